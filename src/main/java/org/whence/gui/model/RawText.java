package org.whence.gui.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.whence.report.Visible;

/// A message's octets as text that can be shown: line by line, UTF-8 where a line is valid UTF-8
/// and Latin-1 where not, hidden characters as codes. It knows where each line lies, so that a
/// field can be marked by its place among the octets.
///
/// At most [#MAX_SHOWN] octets are shown: a text area lays out all that it holds at once, and what
/// an analyst reads is the header.
public final class RawText {
  /// How many octets are shown.
  public static final int MAX_SHOWN = 256 * 1024;

  private final String text;
  private final int shown;
  private final int hidden;
  private final List<Line> lines;

  /// Where a line begins among the octets, and where in the text.
  private record Line(int octet, int character) {}

  private RawText(String text, int shown, int hidden, List<Line> lines) {
    this.text = text;
    this.shown = shown;
    this.hidden = hidden;
    this.lines = lines;
  }

  /// Makes octets showable, in linear time.
  public static RawText of(byte[] source) {
    var end = Math.min(source.length, MAX_SHOWN);
    var text = new StringBuilder(end + 64);
    var lines = new ArrayList<Line>();
    var start = 0;
    while (start < end) {
      lines.add(new Line(start, text.length()));
      var feed = start;
      while (feed < end && source[feed] != '\n') {
        feed++;
      }
      var stop = feed > start && feed < end && source[feed - 1] == '\r' ? feed - 1 : feed;
      text.append(visible(decoded(source, start, stop)));
      if (feed < end) {
        text.append('\n');
      }
      start = feed + 1;
    }
    return new RawText(text.toString(), end, source.length - end, List.copyOf(lines));
  }

  /// Tabs fold fields and are seen as what they are.
  private static String visible(String line) {
    var parts = line.split("\t", -1);
    for (var i = 0; i < parts.length; i++) {
      parts[i] = Visible.text(parts[i]);
    }
    return String.join("\t", parts);
  }

  private static String decoded(byte[] source, int start, int end) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(source, start, end - start))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(source, start, end - start, StandardCharsets.ISO_8859_1);
    }
  }

  /// The text, lines ended by a line feed.
  public String text() {
    return text;
  }

  /// How many octets are not shown.
  public int hidden() {
    return hidden;
  }

  /// Where the line begins that holds an octet; the end of the text for one behind it.
  public int position(int octet) {
    var low = 0;
    var high = lines.size() - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      if (lines.get(middle).octet() < octet) {
        low = middle + 1;
      } else if (lines.get(middle).octet() > octet) {
        high = middle - 1;
      } else {
        return lines.get(middle).character();
      }
    }
    // Behind the last octet that is shown is the end; within a line is its beginning.
    return octet >= shown || high < 0 ? text.length() : lines.get(high).character();
  }
}
