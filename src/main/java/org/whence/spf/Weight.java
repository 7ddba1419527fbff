package org.whence.spf;

import org.whence.chain.Verdict;

/// Which results of a record decide the whole check. (Errors always do, RFC 7208, 5.2.)
enum Weight {
  /// Every one: it is the domain's own record, or reached from there by `redirect`.
  ANY,
  /// `pass`: it is included.
  PASS,
  /// None: it is included where a `pass` does not pass on, or the decision is made.
  NOTHING;

  boolean decides(Verdict verdict) {
    return this == ANY || (this == PASS && verdict == Verdict.PASS);
  }

  /// The weight of a record that a record of this weight includes.
  Weight ofIncluded(Qualifier qualifier) {
    return decides(qualifier.verdict()) ? PASS : NOTHING;
  }
}
