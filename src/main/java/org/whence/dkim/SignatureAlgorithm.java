package org.whence.dkim;

import java.util.Arrays;
import java.util.Optional;

/// How a signature was made: the value of `a=` (RFC 6376, 3.3; RFC 8463, 3).
public enum SignatureAlgorithm {
  /// Historic: it is computed and never passes (RFC 8301, 3.1).
  RSA_SHA1("rsa-sha1", KeyType.RSA, HashAlgorithm.SHA1, "SHA1withRSA"),
  /// RSASSA-PKCS1-v1_5 over SHA-256.
  RSA_SHA256("rsa-sha256", KeyType.RSA, HashAlgorithm.SHA256, "SHA256withRSA"),
  /// PureEdDSA over the SHA-256 of what is signed.
  ED25519_SHA256("ed25519-sha256", KeyType.ED25519, HashAlgorithm.SHA256, "Ed25519");

  private final String word;
  private final KeyType keyType;
  private final HashAlgorithm hash;
  private final String javaName;

  SignatureAlgorithm(String word, KeyType keyType, HashAlgorithm hash, String javaName) {
    this.word = word;
    this.keyType = keyType;
    this.hash = hash;
    this.javaName = javaName;
  }

  /// The algorithm of that word; case matters (RFC 6376, 3.2).
  static Optional<SignatureAlgorithm> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /// The word in `a=`.
  public String word() {
    return word;
  }

  /// The type of key that it needs.
  public KeyType keyType() {
    return keyType;
  }

  /// The hash of body and header.
  public HashAlgorithm hash() {
    return hash;
  }

  String javaName() {
    return javaName;
  }
}
