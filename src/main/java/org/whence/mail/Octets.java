package org.whence.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Lines and text in octets.
public final class Octets {
  private Octets() {}

  /// Where the line that begins at `from` ends: the offset of its line end, or `limit`.
  public static int endOfLine(byte[] source, int from, int limit) {
    var at = from;
    while (at < limit && source[at] != '\n' && source[at] != '\r') {
      at++;
    }
    return at;
  }

  /// How long the line end at `at` is: 2 for CRLF, 1 for LF or CR, 3 for CR CR LF (text that was
  /// converted twice; the first CR alone would make an empty line of every line end), else 0.
  public static int lineEnd(byte[] source, int at, int limit) {
    if (at >= limit) {
      return 0;
    }
    if (source[at] == '\n') {
      return 1;
    }
    if (source[at] != '\r') {
      return 0;
    }
    if (at + 1 < limit && source[at + 1] == '\n') {
      return 2;
    }
    return at + 2 < limit && source[at + 1] == '\r' && source[at + 2] == '\n' ? 3 : 1;
  }

  /// Whether it is a blank or a tab (RFC 5234, WSP).
  public static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  /// Whether the octets are UTF-8.
  static boolean isUtf8(byte[] source, int start, int end) {
    return decoded(source, start, end).isPresent();
  }

  /// The octets as UTF-8 where they are valid UTF-8 (RFC 6532), else as Latin-1, which takes all.
  public static String text(byte[] source, int start, int end) {
    var utf8 = decoded(source, start, end);
    return utf8.isPresent()
        ? utf8.get()
        : new String(source, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /// The text, or empty where it is no UTF-8. Java's constructor is several times as fast as a
  /// decoder, and writes U+FFFD for what it cannot read; only where that comes out is it asked
  /// whether it stood there.
  private static Optional<String> decoded(byte[] source, int start, int end) {
    var text = new String(source, start, end - start, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return Optional.of(text);
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source, start, end - start));
      return Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
