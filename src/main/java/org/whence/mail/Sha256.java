package org.whence.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digest by which octets are known: an input, a part, a document.
public final class Sha256 {
  /// Is only copied: finding the algorithm takes longer than digesting a small mail.
  private static final MessageDigest EMPTY = found();

  private Sha256() {}

  /// The SHA-256 of octets, 64 hexadecimal digits in lower case.
  public static String of(byte[] octets) {
    return HexFormat.of().formatHex(digest().digest(octets));
  }

  /// A fresh one, for octets that come in pieces.
  public static MessageDigest digest() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException ofThatProvider) {
      return found();
    }
  }

  private static MessageDigest found() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
