package org.whence.investigation;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// The lines of a text, one after the other: a CRLF, LF or CR ends one, and so does the CR CR LF of
/// a file that was converted twice, as in a message (see the package `mail`).
final class Lines implements Iterable<Lines.Line> {
  /// A line.
  ///
  /// @param number from 1
  /// @param start the offset of its first character
  /// @param end the offset behind its last character
  /// @param next the offset behind its line end
  record Line(String all, int number, int start, int end, int next) {
    String text() {
      return all.substring(start, end);
    }

    /// What is left of it from an offset in the text on.
    Line from(int offset) {
      return new Line(all, number, offset, end, next);
    }

    boolean isBlank() {
      for (var at = start; at < end; at++) {
        if (!isBlank(all.charAt(at))) {
          return false;
        }
      }
      return true;
    }

    /// Whether people see nothing in it: blanks of any kind, and characters without width.
    boolean looksEmpty() {
      for (var at = start; at < end; at++) {
        var c = all.charAt(at);
        if (!isBlank(c) && !Character.isSpaceChar(c) && !isInvisible(c)) {
          return false;
        }
      }
      return true;
    }

    /// Whether a blank is its last character.
    boolean endsBlank() {
      return start < end && isBlank(all.charAt(end - 1));
    }

    /// Whether it begins with a blank, as the lines of a folded field do.
    boolean isFolded() {
      return start < end && isBlank(all.charAt(start));
    }

    static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }

    /// Zero-width characters, the soft hyphen and directions, which a copy picks up unseen.
    static boolean isInvisible(char c) {
      return Character.getType(c) == Character.FORMAT;
    }
  }

  private final String text;
  private final int offset;
  private final int number;

  Lines(String text) {
    this(text, 0, 1);
  }

  /// The lines from an offset on, the first of which has the given number.
  Lines(String text, int offset, int number) {
    this.text = text;
    this.offset = offset;
    this.number = number;
  }

  @Override
  public Iterator<Line> iterator() {
    return new Iterator<>() {
      private int at = offset;
      private int count = number;

      @Override
      public boolean hasNext() {
        return at < text.length();
      }

      @Override
      public Line next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        var end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
          end++;
        }
        var line = new Line(text, count++, at, end, end + lineEnd(end));
        at = line.next();
        return line;
      }
    };
  }

  private int lineEnd(int at) {
    if (at == text.length() || text.charAt(at) == '\n') {
      return at == text.length() ? 0 : 1;
    }
    return text.startsWith("\n", at + 1) ? 2 : text.startsWith("\r\n", at + 1) ? 3 : 1;
  }
}
