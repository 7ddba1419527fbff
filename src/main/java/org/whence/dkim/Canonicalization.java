package org.whence.dkim;

import java.util.Optional;

/// How octets are prepared before they are hashed (RFC 6376, 3.4).
public enum Canonicalization {
  /// Hardly any change is tolerated (3.4.1 and 3.4.3).
  SIMPLE("simple"),
  /// White space and the case of field names may change (3.4.2 and 3.4.4).
  RELAXED("relaxed");

  private static final Canonicalization[] ALL = values();

  private final String word;

  Canonicalization(String word) {
    this.word = word;
  }

  static Optional<Canonicalization> of(String word) {
    for (var each : ALL) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The word in `c=`.
  public String word() {
    return word;
  }
}
