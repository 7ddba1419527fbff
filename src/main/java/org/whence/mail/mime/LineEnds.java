package org.whence.mail.mime;

import java.util.Arrays;

/// A source as Mime4j reads it, which knows lines that end in LF and CRLF: a bare CR is an LF, and
/// the CR CR LF of a file converted twice is a CRLF. A source with neither is the same octets, and
/// not copied.
final class LineEnds {
  private final byte[] octets;
  private final int length;

  /// Behind each of these offsets of the translated octets one octet more was dropped.
  private final int[] dropped;

  private LineEnds(byte[] octets, int length, int[] dropped) {
    this.octets = octets;
    this.length = length;
    this.dropped = dropped;
  }

  /// The octets `[0, end)` of a source.
  static LineEnds of(byte[] source, int end) {
    for (int at = 0; at < end; at++) {
      if (source[at] == '\r' && (at + 1 == end || source[at + 1] != '\n')) {
        return translated(source, end);
      }
    }
    return new LineEnds(source, end, new int[0]);
  }

  private static LineEnds translated(byte[] source, int end) {
    var octets = new byte[end];
    var dropped = new int[8];
    var length = 0;
    var drops = 0;
    for (int at = 0; at < end; at++) {
      if (source[at] != '\r' || (at + 1 < end && source[at + 1] == '\n')) {
        octets[length++] = source[at];
      } else if (at + 2 < end && source[at + 1] == '\r' && source[at + 2] == '\n') {
        dropped = drops == dropped.length ? Arrays.copyOf(dropped, 2 * drops) : dropped;
        dropped[drops++] = length;
      } else {
        octets[length++] = '\n';
      }
    }
    return new LineEnds(octets, length, Arrays.copyOf(dropped, drops));
  }

  /// What Mime4j reads; [#length] of them count.
  byte[] octets() {
    return octets;
  }

  int length() {
    return length;
  }

  /// Where an octet of the translated ones stands in the source.
  int source(int position) {
    if (dropped.length == 0) {
      return position;
    }
    return position + drops(position);
  }

  /// Where an octet of the source stands in the translated ones.
  int translated(int position) {
    var low = 0;
    var high = dropped.length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (dropped[middle] + middle < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return position - low;
  }

  /// How many octets before this one were dropped. What was dropped belongs to the line end that it
  /// stood in, so a position at it is before it.
  private int drops(int position) {
    var found = Arrays.binarySearch(dropped, position);
    return found >= 0 ? found : -found - 1;
  }
}
