package org.whence.dkim;

import java.util.Optional;

/// What a key is for (RFC 6376, 3.6.1; RFC 8463, 4).
public enum KeyType {
  /// RSA, in PKCS #1 or X.509 form.
  RSA("rsa"),
  /// Ed25519, 32 octets.
  ED25519("ed25519");

  private static final KeyType[] ALL = values();

  private final String word;

  KeyType(String word) {
    this.word = word;
  }

  /// The type of a word in `k=`, if it is one of these; case matters.
  static Optional<KeyType> of(String word) {
    for (var type : ALL) {
      if (type.word.equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /// The word in `k=`.
  public String word() {
    return word;
  }
}
