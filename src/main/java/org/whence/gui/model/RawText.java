package org.whence.gui.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.whence.mail.Octets;
import org.whence.report.Visible;

/// A message's octets as text that can be shown: line by line, UTF-8 where a line is valid UTF-8
/// and Latin-1 where not, hidden characters as codes. It knows where each line lies, so that a
/// field can be marked by its place among the octets.
///
/// A bare CR ends a line, as it does for whoever reads the header: fields that it begins stand in
/// lines of their own. Where lines end in LF as well it is odd, and shown as a code.
///
/// At most [#MAX_SHOWN] octets are shown: a text area lays out all that it holds at once, and what
/// an analyst reads is the header.
public final class RawText {
  /// How many octets are shown.
  public static final int MAX_SHOWN = 256 * 1024;

  private static final String CARRIAGE_RETURN = Visible.text("\r");

  private final byte[] source;
  private final String text;
  private final int shown;
  private final List<Line> lines;

  /// Where a line begins and ends among the octets, and where it begins in the text.
  ///
  /// @param utf8 whether it was read as UTF-8
  private record Line(int octet, int end, int character, boolean utf8) {}

  private RawText(byte[] source, String text, int shown, List<Line> lines) {
    this.source = source;
    this.text = text;
    this.shown = shown;
    this.lines = lines;
  }

  /// Reads octets.
  ///
  /// @param source not written into any more by whoever hands it over
  public static RawText of(byte[] source) {
    var end = Math.min(source.length, MAX_SHOWN);
    var text = new StringBuilder(end + 64);
    var lines = new ArrayList<Line>();
    var feeds = hasFeed(source, end);
    var start = 0;
    while (start < end) {
      var stop = Octets.endOfLine(source, start, end);
      var ending = Octets.lineEnd(source, stop, end);
      var utf8 = isUtf8(source, start, stop);
      lines.add(new Line(start, stop, text.length(), utf8));
      text.append(Visible.lines(decoded(source, start, stop, utf8)));
      if (feeds && (ending == 3 || (ending == 1 && source[stop] == '\r'))) {
        text.append(CARRIAGE_RETURN);
      }
      if (ending > 0) {
        text.append('\n');
      }
      start = stop + ending;
    }
    return new RawText(source, text.toString(), end, List.copyOf(lines));
  }

  private static boolean hasFeed(byte[] source, int end) {
    var at = 0;
    while (at < end && source[at] != '\n') {
      at++;
    }
    return at < end;
  }

  /// Reads text, as it came before anything was put right.
  public static RawText of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isUtf8(byte[] source, int start, int end) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source, start, end - start));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  private static String decoded(byte[] source, int start, int end, boolean utf8) {
    var charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return new String(source, start, end - start, charset);
  }

  /// The text, lines ended by a line feed.
  public String text() {
    return text;
  }

  /// How many octets are not shown.
  public int hidden() {
    return source.length - shown;
  }

  /// Where an octet stands in the text; the end of the text for one behind it.
  public int position(int octet) {
    if (octet >= shown || lines.isEmpty()) {
      return text.length();
    }
    var line = lines.get(lineOf(octet));
    var before = Math.clamp(octet, line.octet(), line.end());
    return line.character()
        + Visible.lines(decoded(source, line.octet(), before, line.utf8())).length();
  }

  /// Which line an octet stands in, from 0.
  private int lineOf(int octet) {
    var low = 0;
    var high = lines.size() - 1;
    while (low < high) {
      var middle = (low + high + 1) >>> 1;
      if (lines.get(middle).octet() <= octet) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// The first octet of the line that a character of the text stands in.
  public int octet(int character) {
    var octet = 0;
    for (var line : lines) {
      if (line.character() > character) {
        break;
      }
      octet = line.octet();
    }
    return octet;
  }

  /// Where something stands in the text that is told by its line and column.
  ///
  /// @param line from 1
  /// @param column from 1, in UTF-16 units of the line
  public int position(int line, int column) {
    if (line < 1 || line > lines.size()) {
      return text.length();
    }
    var found = lines.get(line - 1);
    var whole = decoded(source, found.octet(), found.end(), found.utf8());
    return found.character()
        + Visible.lines(whole.substring(0, Math.clamp(column - 1L, 0, whole.length()))).length();
  }
}
