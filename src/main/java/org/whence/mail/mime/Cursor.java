package org.whence.mail.mime;

import java.nio.charset.StandardCharsets;
import org.whence.mail.Octets;

/// Where Mime4j is in the octets that it reads. It hands out headers and bodies without their
/// places; these follow from their lengths, and from the delimiters between them.
final class Cursor {
  private final byte[] octets;
  private final int end;
  private int at;

  /// Line ends are counted up to here, and further when somebody asks.
  private int counted;

  private int line = 1;

  /// @param end how many octets there are
  Cursor(byte[] octets, int end) {
    this.octets = octets;
    this.end = end;
  }

  int at() {
    return at;
  }

  /// The number of the line, from 1.
  int line() {
    for (; counted < at; counted++) {
      if (octets[counted] == '\n') {
        line++;
      }
    }
    return line;
  }

  /// Goes on, never beyond the end.
  void advance(int length) {
    at = Math.min(end, at + length);
  }

  /// Goes behind the line end that is here, if one is.
  void skipLineEnd() {
    advance(Octets.lineEnd(octets, at, end));
  }

  /// Goes to the end of the delimiter line that follows here, not behind it: the line end before a
  /// delimiter belongs to it, the one behind it may belong to the next (RFC 2046, 5.1.1). So two
  /// line ends may stand between two delimiters, and Mime4j has handed out neither.
  ///
  /// @return whether there is one
  boolean skipDelimiter(String boundary) {
    var delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    var start = at;
    for (int lineEnds = 0; !startsWith(delimiter, start); lineEnds++) {
      var length = Octets.lineEnd(octets, start, end);
      if (length == 0 || lineEnds == 2) {
        return false;
      }
      start += length;
    }
    var lineEnd = start + delimiter.length;
    while (lineEnd < end && Octets.lineEnd(octets, lineEnd, end) == 0) {
      lineEnd++;
    }
    advance(lineEnd - at);
    return true;
  }

  private boolean startsWith(byte[] delimiter, int from) {
    if (end - from < delimiter.length) {
      return false;
    }
    for (int i = 0; i < delimiter.length; i++) {
      if (octets[from + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }
}
