package org.whence.mail.container;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Where the entries of a ZIP archive begin (APPNOTE, 4.3.7), for going on behind one that cannot
/// be read.
final class LocalHeaders {
  private static final int SIGNATURE = 0x04034B50;
  private static final int DIRECTORY = 0x02014B50;
  private static final int LENGTH = 30;

  /// Sizes stand behind the content (APPNOTE, 4.4.4).
  private static final int SIZES_FOLLOW = 1 << 3;

  private final byte[] octets;

  LocalHeaders(byte[] octets) {
    this.octets = octets;
  }

  /// So many entries behind the one at an offset; -1 where there are not as many.
  int behind(int header, int entries) {
    var at = header;
    for (var i = 0; i < entries && at >= 0; i++) {
      at = next(at);
    }
    return at;
  }

  /// The name of the entry at an offset; hostile.
  String name(int header) {
    var from = header + LENGTH;
    return header < 0 || from > octets.length
        ? ""
        : new String(octets, from, Math.min(two(header + 26), octets.length - from), UTF_8);
  }

  private int next(int header) {
    if (octets.length - header < LENGTH) {
      return -1;
    }
    var content = header + LENGTH + two(header + 26) + two(header + 28);
    var size = Integer.toUnsignedLong(four(header + 18));
    var end = content + size;
    if ((two(header + 6) & SIZES_FOLLOW) == 0 && end <= octets.length - 4) {
      var found = four((int) end);
      if (found == SIGNATURE || found == DIRECTORY) {
        return found == SIGNATURE ? (int) end : -1;
      }
    }
    for (var at = content; at <= octets.length - LENGTH; at++) {
      if (four(at) == SIGNATURE) {
        return at;
      }
    }
    return -1;
  }

  private int two(int at) {
    return (octets[at] & 0xFF) | (octets[at + 1] & 0xFF) << 8;
  }

  private int four(int at) {
    return two(at) | two(at + 2) << 16;
  }
}
