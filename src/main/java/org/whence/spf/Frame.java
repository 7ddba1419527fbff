package org.whence.spf;

import java.util.Optional;

/// One call of `check_host()`.
///
/// @param domain its `<domain>`, without the root dot
/// @param weight which of its results decide the check
/// @param allows whether who passes here may send for the domain that is checked
/// @param caller the `include` or `redirect` that called; none for the first call
record Frame(String domain, Weight weight, boolean allows, Optional<TermStep> caller) {
  static Frame first(String domain) {
    return new Frame(domain, Weight.ANY, true, Optional.empty());
  }

  Frame included(String target, Qualifier qualifier, TermStep by) {
    return new Frame(
        target,
        weight.ofIncluded(qualifier),
        allows && qualifier == Qualifier.PASS,
        Optional.of(by));
  }

  Frame redirected(String target, TermStep by) {
    return new Frame(target, weight, allows, Optional.of(by));
  }

  /// The same after the decision.
  Frame weightless() {
    return new Frame(domain, Weight.NOTHING, allows, caller);
  }
}
