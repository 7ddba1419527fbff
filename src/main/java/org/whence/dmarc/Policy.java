package org.whence.dmarc;

import java.util.Locale;
import java.util.Optional;

/// What a domain's owner asks to be done with mail that fails (RFC 9989, 4.7, `p`), mildest first.
public enum Policy {
  /// No preference.
  NONE,
  /// Take it as suspicious.
  QUARANTINE,
  /// Refuse it.
  REJECT;

  /// The word of the tag's value.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The policy of a value; case does not count (RFC 9989, 4.8; RFC 5234, 2.3).
  static Optional<Policy> of(String value) {
    for (var policy : values()) {
      if (policy.name().equalsIgnoreCase(value)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }

  /// What is to be applied while the owner is testing: one level below (RFC 9989, 4.7, `t`).
  Policy below() {
    return this == REJECT ? QUARANTINE : NONE;
  }
}
