package org.whence.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.whence.chain.Value;

/// One field of a header (RFC 5322, 2.2), with its place in the source.
///
/// Offsets count octets from the beginning of the source. The field is `[start, end)` with its
/// folds and its last line end; `[start, nameEnd)` is the name and `[valueStart, end)` the value. A
/// line of the header that is no field (see [Defect.Kind#NOT_A_FIELD]) is one without a name, all
/// value.
public final class HeaderField {
  private final byte[] source;
  private final int start;
  private final int nameEnd;
  private final int valueStart;
  private final int end;
  private final int line;
  private final String name;

  HeaderField(byte[] source, int start, int nameEnd, int valueStart, int end, int line) {
    this.source = source;
    this.start = start;
    this.nameEnd = nameEnd;
    this.valueStart = valueStart;
    this.end = end;
    this.line = line;
    this.name = new String(source, start, nameEnd - start, StandardCharsets.US_ASCII);
  }

  /// The name as written, printable ASCII; empty for a line that is no field.
  public String name() {
    return name;
  }

  /// Whether this is a field: it has a name.
  public boolean named() {
    return !name.isEmpty();
  }

  /// Whether it has this name, without regard to case.
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  /// Where it begins.
  public int start() {
    return start;
  }

  /// The offset behind the name.
  public int nameEnd() {
    return nameEnd;
  }

  /// The offset behind the colon.
  public int valueStart() {
    return valueStart;
  }

  /// The offset behind its last line end.
  public int end() {
    return end;
  }

  /// Its first line, counted from 1.
  public int line() {
    return line;
  }

  /// A copy of all its octets, name, folds and line end included.
  public byte[] raw() {
    return Arrays.copyOfRange(source, start, end);
  }

  /// All of it as text, folds and line end included: UTF-8 where valid, else Latin-1.
  public String text() {
    return Octets.text(source, start, end);
  }

  /// The value unfolded (RFC 5322, 2.2.3: line ends go, the blanks after them stay), without blanks
  /// at its ends. UTF-8 where valid, else Latin-1. Encoded words stay encoded, see [EncodedWords].
  public String value() {
    var octets = new byte[end - valueStart];
    var length = 0;
    for (int at = valueStart; at < end; at++) {
      if (source[at] != '\r' && source[at] != '\n') {
        octets[length++] = source[at];
      }
    }
    return Octets.text(octets, 0, length).strip();
  }

  /// The value as it stands, with its folds and its last line end, as text: UTF-8 where valid, else
  /// Latin-1.
  public String rawValue() {
    return Octets.text(source, valueStart, end);
  }

  /// The value as people read it: a fold with the blanks around it is one blank. Encoded words stay
  /// encoded.
  public String shown() {
    var value = rawValue().strip();
    if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      return value;
    }
    var shown = new StringBuilder(value.length());
    for (int at = 0; at < value.length(); ) {
      var fold = at;
      while (fold < value.length() && !isLineEnd(value.charAt(fold))) {
        fold++;
      }
      var end = fold;
      while (end > at && Character.isWhitespace(value.charAt(end - 1))) {
        end--;
      }
      if (end > at) {
        shown.append(shown.isEmpty() ? "" : " ").append(value, at, end);
      }
      at = fold;
      while (at < value.length() && Character.isWhitespace(value.charAt(at))) {
        at++;
      }
    }
    return shown.toString();
  }

  private static boolean isLineEnd(char c) {
    return c == '\r' || c == '\n';
  }

  /// Whether the value is UTF-8, as ASCII is too.
  public boolean isUtf8() {
    return Octets.isUtf8(source, valueStart, end);
  }

  /// The place in the source of a part of [#rawValue].
  ///
  /// @param from where the part begins, in characters
  /// @param to where it ends
  public Value.Place place(int from, int to) {
    return new Value.Place(line, octetAt(from), octetAt(to));
  }

  /// Where in the source a character of [#rawValue] stands.
  ///
  /// @param offset its place there, in characters; behind the end counts as the end
  public int octetAt(int offset) {
    var value = rawValue();
    var before = value.substring(0, Math.min(offset, value.length()));
    var isLatin1 = value.length() == end - valueStart;
    return valueStart
        + (isLatin1 ? before.length() : before.getBytes(StandardCharsets.UTF_8).length);
  }

  @Override
  public String toString() {
    return name + " [" + start + ", " + end + ")";
  }
}
