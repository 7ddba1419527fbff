package org.whence.dkim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How octets are prepared before they are hashed (RFC 6376, 3.4).
public enum Canonicalization {
  /// Hardly any change is tolerated (3.4.1 and 3.4.3).
  SIMPLE,
  /// White space and the case of field names may change (3.4.2 and 3.4.4).
  RELAXED;

  static Optional<Canonicalization> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// The word in `c=`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
