package org.whence.spf;

import org.whence.chain.Branch;
import org.whence.chain.Value;

/// A term on its way: where it stands in the tree and whose record it is in.
///
/// @param number its number in the record, from 1 on
record TermStep(Branch branch, Term term, int number, String domain) {
  static TermStep open(Branch record, Term term, int number, String domain) {
    var branch =
        record.open(
            SpfTopic.TERM, Value.of(term.text()), Value.of(number), Value.of(term.offset() + 1));
    return new TermStep(branch, term, number, domain);
  }
}
