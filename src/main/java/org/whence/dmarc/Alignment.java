package org.whence.dmarc;

import java.util.Locale;
import java.util.Optional;

/// Whether an authenticated domain speaks for the author's (RFC 9989, 3.2.10), best first.
public enum Alignment {
  /// The two are the same.
  STRICT,
  /// They belong to one organization, and the author's record is content with that.
  RELAXED,
  /// A question that it hangs on got no answer.
  UNKNOWN,
  /// They do not, or nothing was authenticated.
  NO;

  /// Whether it makes a message pass.
  public boolean holds() {
    return this == STRICT || this == RELAXED;
  }

  /// The stable word of machine-readable results; none where nothing is known.
  public Optional<String> word() {
    return this == UNKNOWN ? Optional.empty() : Optional.of(name().toLowerCase(Locale.ROOT));
  }

  /// The better of two.
  Alignment or(Alignment other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
