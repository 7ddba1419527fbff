package org.whence.dkim;

/// What a key is for (RFC 6376, 3.6.1; RFC 8463, 4).
public enum KeyType {
  /// RSA, in PKCS #1 or X.509 form.
  RSA("rsa"),
  /// Ed25519, 32 octets.
  ED25519("ed25519");

  private final String word;

  KeyType(String word) {
    this.word = word;
  }

  /// The word in `k=`.
  public String word() {
    return word;
  }
}
