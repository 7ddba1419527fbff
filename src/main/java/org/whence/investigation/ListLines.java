package org.whence.investigation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// The lines of a long text, one after the other, with the ends that [Lines] knows. Of a line that
/// is longer than [#MAX_LINE] the beginning is given.
final class ListLines implements Closeable {
  /// The longest line in UTF-16 units.
  static final int MAX_LINE = 1 << 20;

  private static final int BUFFER = 1 << 16;
  private static final int NONE = -1;

  private final Reader in;
  private final char[] buffer = new char[BUFFER];
  private int at;
  private int end;
  private int number;
  private boolean cut;

  ListLines(InputStream in, Charset charset) {
    this.in = new InputStreamReader(in, charset);
  }

  /// The next line, or null at the end.
  @Nullable String next() throws IOException {
    if (peek(0) == NONE) {
      return null;
    }
    number++;
    cut = false;
    var line = new StringBuilder();
    while (peek(0) != NONE && peek(0) != '\n' && peek(0) != '\r') {
      var from = at;
      while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
        at++;
      }
      var room = Math.min(at - from, MAX_LINE - line.length());
      line.append(buffer, from, room);
      cut |= room < at - from;
    }
    skipEnd();
    return line.toString();
  }

  /// The number of the line that was given last, from 1.
  int number() {
    return number;
  }

  /// Whether it was longer than what was given.
  boolean isCut() {
    return cut;
  }

  private void skipEnd() throws IOException {
    if (peek(0) == '\n') {
      at++;
    } else if (peek(0) == '\r') {
      // Looking ahead moves what is at hand.
      var length = peek(1) == '\n' ? 2 : peek(1) == '\r' && peek(2) == '\n' ? 3 : 1;
      at += length;
    }
  }

  /// The character so far ahead.
  private int peek(int ahead) throws IOException {
    while (at + ahead >= end) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      at = 0;
      var more = in.read(buffer, end, BUFFER - end);
      if (more < 0) {
        return NONE;
      }
      end += more;
    }
    return buffer[at + ahead];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
