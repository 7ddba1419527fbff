package org.whence.chain;

import java.util.Locale;

/// The results that a check may have, in the words of RFC 8601, 2.7. What each means is up to the
/// method: for IPREV see 2.7.3, for SPF 2.7.2, for DKIM 2.7.1.
public enum Verdict {
  /// Nothing was asked, or there is nothing to judge.
  NONE,
  /// It holds.
  PASS,
  /// It does not hold.
  FAIL,
  /// It does not hold, and the domain's owner says so weakly (SPF).
  SOFTFAIL,
  /// The domain's owner says neither yes nor no, or what there is cannot be used.
  NEUTRAL,
  /// Refused by a rule of the receiver's.
  POLICY,
  /// Could not be told this time; later it may be.
  TEMPERROR,
  /// Cannot be told, now or later: something that should be there is missing or broken.
  PERMERROR;

  /// The word as it stands in an Authentication-Results field.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether something failed: `fail`, `softfail` or `permerror`.
  public boolean failed() {
    return this == FAIL || this == SOFTFAIL || this == PERMERROR;
  }
}
