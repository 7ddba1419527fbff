package org.whence.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A hash that signatures use (RFC 6376, 3.3).
public enum HashAlgorithm {
  /// Historic: nothing signed with it passes (RFC 8301, 3.1).
  SHA1("sha1", "SHA-1"),
  /// What everybody uses.
  SHA256("sha256", "SHA-256");

  private final String word;
  private final String javaName;

  /// Is only copied: finding the algorithm takes longer than hashing a header.
  @SuppressWarnings("ImmutableEnumChecker")
  private final MessageDigest empty;

  HashAlgorithm(String word, String javaName) {
    this.word = word;
    this.javaName = javaName;
    this.empty = found(javaName);
  }

  /// The word in `a=` and in a key's `h=`.
  public String word() {
    return word;
  }

  MessageDigest digest() {
    try {
      return (MessageDigest) empty.clone();
    } catch (CloneNotSupportedException ofThatProvider) {
      return found(javaName);
    }
  }

  private static MessageDigest found(String javaName) {
    try {
      return MessageDigest.getInstance(javaName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + javaName, e);
    }
  }
}
