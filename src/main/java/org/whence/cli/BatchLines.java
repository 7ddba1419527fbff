package org.whence.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The lines of standard input, with a limit to each.
final class BatchLines {
  /// The longest line that is read, in octets; a longer one is a request that is not understood.
  static final int MAX_LINE = 50 * 1024 * 1024;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;

  BatchLines(InputStream in) {
    this.in = in;
  }

  /// A line without its end, or that it was too long.
  static final class Line {
    private final byte[] octets;
    private final boolean tooLong;

    Line(byte[] octets, boolean tooLong) {
      this.octets = octets;
      this.tooLong = tooLong;
    }

    /// The line; empty where it was too long.
    byte[] octets() {
      return octets;
    }

    boolean tooLong() {
      return tooLong;
    }

    boolean blank() {
      for (var octet : octets) {
        if (octet != ' ' && octet != '\t' && octet != '\r') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  /// The next line, or null at the end.
  @Nullable Line next() throws IOException {
    var line = new ByteArrayOutputStream();
    var tooLong = false;
    var any = false;
    while (fill()) {
      any = true;
      var from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      tooLong |= line.size() + (at - from) > MAX_LINE;
      if (tooLong) {
        line.reset();
      } else {
        line.write(buffer, from, at - from);
      }
      if (at < end) {
        at++;
        return new Line(line.toByteArray(), tooLong);
      }
    }
    return any ? new Line(line.toByteArray(), tooLong) : null;
  }

  /// Whether a line, or the beginning of one, can be read without waiting.
  boolean isReady() {
    try {
      return at < end || in.available() > 0;
    } catch (IOException reading) {
      // Reading tells what is wrong.
      return true;
    }
  }

  private boolean fill() throws IOException {
    if (at < end) {
      return true;
    }
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
