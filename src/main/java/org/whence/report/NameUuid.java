package org.whence.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// UUIDs made of names (RFC 9562, 5.5): the same name has the same UUID everywhere and always, so a
/// report that is written twice holds the same objects.
final class NameUuid {
  /// The namespace of STIX for objects of cyber observables (STIX 2.1, 2.9).
  static final UUID STIX = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  /// The namespace of all else: that of URLs (RFC 9562, 6.6) with the project's name.
  static final UUID WHENCE =
      of(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "https://whence.example/");

  private NameUuid() {}

  static UUID of(UUID namespace, String name) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(namespace.getMostSignificantBits())
              .putLong(namespace.getLeastSignificantBits())
              .flip());
      var digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      var high = (digest.getLong() & ~0xf000L) | 0x5000L;
      var low = (digest.getLong() & ~(0b11L << 62)) | (0b10L << 62);
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
