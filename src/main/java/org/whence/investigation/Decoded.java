package org.whence.investigation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/// Octets as text.
///
/// @param text the text without a byte order mark; empty for what is no text and never was
/// @param charset UTF-8, UTF-16, or Latin-1, which takes any octets and gives them back
/// @param mark how many octets the byte order mark had
/// @param length how many octets were decoded
record Decoded(String text, Charset charset, int mark, int length, Shape shape) {
  enum Shape {
    EMPTY,
    TEXT,
    BINARY,
    OFFICE_FILE
  }

  /// How many characters are looked at to tell whether they are text.
  private static final int SAMPLE = 64 * 1024;

  /// One control character in this many is too many for text.
  private static final int CONTROLS = 20;

  /// The compound file format of Office, Outlook messages among it (MS-CFB, 2.2).
  private static final byte[] COMPOUND_FILE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

  /// How many octets a beginning has at most: any header of a mail, and what people look at.
  private static final int BEGINNING = 4 * 1024 * 1024;

  /// As many octets as are read as text.
  static Decoded of(byte[] octets) {
    return of(octets, Math.min(octets.length, InputReader.MAX_TEXT));
  }

  /// The beginning, up to a line end where there is one; all of what is not large.
  static Decoded beginning(byte[] octets) {
    var limit = Math.min(octets.length, BEGINNING);
    while (limit > 0 && limit < octets.length && octets[limit - 1] != '\n') {
      limit--;
    }
    return of(octets, limit == 0 ? Math.min(octets.length, BEGINNING) : limit);
  }

  private static Decoded of(byte[] octets, int limit) {
    if (begins(octets, COMPOUND_FILE)) {
      return new Decoded("", ISO_8859_1, 0, limit, Shape.OFFICE_FILE);
    }
    if (begins(octets, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
      return decoded(octets, 3, limit, utf8(octets, 3, limit) ? UTF_8 : ISO_8859_1);
    }
    if (begins(octets, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
      return decoded(octets, 2, limit, UTF_16LE);
    }
    if (begins(octets, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
      return decoded(octets, 2, limit, UTF_16BE);
    }
    return decoded(octets, 0, limit, utf8(octets, 0, limit) ? UTF_8 : ISO_8859_1);
  }

  /// Whether nothing of the octets was left out.
  boolean isWhole(byte[] octets) {
    return length == octets.length;
  }

  /// What decoding repaired.
  Repairs repairs() {
    var repairs = new Repairs();
    if (charset.equals(UTF_16LE) || charset.equals(UTF_16BE)) {
      repairs.note(Repair.Kind.UTF_16, 1, 1);
    } else if (mark > 0) {
      repairs.note(Repair.Kind.BYTE_ORDER_MARK, 1, 1);
    }
    return repairs;
  }

  /// The charset in which a repaired text becomes octets again: a mail is made of octets of ASCII.
  Charset backwards() {
    return charset.equals(ISO_8859_1) ? ISO_8859_1 : UTF_8;
  }

  private static Decoded decoded(byte[] octets, int mark, int limit, Charset charset) {
    var text = new String(octets, mark, limit - mark, charset);
    var shape = text.isBlank() ? Shape.EMPTY : isBinary(text) ? Shape.BINARY : Shape.TEXT;
    return new Decoded(text, charset, mark, limit, shape);
  }

  private static boolean utf8(byte[] octets, int start, int limit) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, start, limit - start));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isBinary(String text) {
    var sample = text.substring(0, Math.min(text.length(), SAMPLE));
    var controls = sample.chars().filter(Decoded::isOdd).count();
    return sample.indexOf('\0') >= 0 || controls * CONTROLS > sample.length();
  }

  /// A control character that texts do not have; ESC is in logs with colours.
  private static boolean isOdd(int c) {
    return (c < ' ' && "\t\n\r\f\b\u001B".indexOf(c) < 0) || c == 0x7F || c == 0xFFFD;
  }

  private static boolean begins(byte[] octets, byte[] with) {
    return octets.length >= with.length
        && Arrays.equals(octets, 0, with.length, with, 0, with.length);
  }
}
