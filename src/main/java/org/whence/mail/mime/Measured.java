package org.whence.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.whence.mail.Sha256;

/// Size and digest of a content, taken without holding it.
final class Measured {
  /// How many octets are decoded at once.
  static final int PIECE = 64 * 1024;

  private final MessageDigest digest = Sha256.digest();
  private int size;
  private boolean broken;

  private Measured() {}

  /// Measures `[from, to)` of octets.
  ///
  /// @param encoding in lower case; one that is not known leaves the octets as they are
  static Measured of(String encoding, byte[] raw, int from, int to) {
    return of(encoding, raw, new Entity.Range(from, to), PIECE);
  }

  static Measured of(String encoding, byte[] raw, Entity.Range range, int piece) {
    var measured = new Measured();
    switch (encoding) {
      case "base64" -> measured.base64(raw, range, piece);
      case "quoted-printable" -> measured.quotedPrintable(raw, range, piece);
      default -> measured.take(raw, range.start(), range.length());
    }
    return measured;
  }

  /// In octets, decoded.
  int size() {
    return size;
  }

  /// 64 hexadecimal digits. Asked for once.
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// As [Content#broken].
  boolean broken() {
    return broken;
  }

  private void base64(byte[] raw, Entity.Range range, int piece) {
    var remarks = new Content.Remarks();
    var octets = new byte[piece];
    try (var in =
        new Base64InputStream(
            new ByteArrayInputStream(raw, range.start(), range.length()), remarks)) {
      for (var read = in.read(octets); read >= 0; read = in.read(octets)) {
        take(octets, 0, read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("octets in memory", e);
    }
    broken = remarks.any();
  }

  /// A line is decoded without regard to the one before it (RFC 2045, 6.7), so that whole lines can
  /// be decoded apart. A piece gets as long as its last line.
  private void quotedPrintable(byte[] raw, Entity.Range range, int piece) {
    for (var at = range.start(); at < range.end(); ) {
      var end = (int) Math.min(range.end(), (long) at + piece);
      while (end < range.end() && raw[end - 1] != '\n') {
        end++;
      }
      var content = Content.of("quoted-printable", raw, at, end);
      take(content.octets(), 0, content.octets().length);
      broken |= content.broken();
      at = end;
    }
  }

  private void take(byte[] octets, int from, int length) {
    digest.update(octets, from, length);
    size += length;
  }
}
