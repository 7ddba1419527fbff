package org.whence.dkim;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds the octets of a body that its canonical form changes, eight at a time.
///
/// An octet of a word is compared with all its neighbours at once: where `x` is zero in an octet,
/// `(x - 0x01…) & ~x` has that octet's highest bit set. A borrow may set it one octet too far to
/// the left as well, so every place that is found is looked at again; none is missed. Only what is
/// negated must be exact, and is ([#exactly]).
final class WideScan {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long LINE_FEEDS = '\n' * ONES;
  private static final long RETURNS = '\r' * ONES;
  private static final long BLANKS = ' ' * ONES;
  private static final long TABS = '\t' * ONES;
  private static final long ABOVE_BLANK = (' ' + 1) * ONES;

  private WideScan() {}

  /// The first LF in `[from, end)` that no CR stands before, or `end`. At `from` none does.
  static int bareLineFeed(byte[] octets, int from, int end) {
    if (from < end && octets[from] == '\n') {
      return from;
    }
    var at = from + 1;
    for (; at + 32 <= end; at += 32) {
      var found =
          equal(word(octets, at), LINE_FEEDS)
              | equal(word(octets, at + 8), LINE_FEEDS)
              | equal(word(octets, at + 16), LINE_FEEDS)
              | equal(word(octets, at + 24), LINE_FEEDS);
      if ((found & HIGH) != 0) {
        for (var word = at; word < at + 32; word += 8) {
          for (var marks = equal(word(octets, word), LINE_FEEDS) & HIGH;
              marks != 0;
              marks &= marks - 1) {
            var place = word + (Long.numberOfTrailingZeros(marks) >>> 3);
            if (octets[place] == '\n' && octets[place - 1] != '\r') {
              return place;
            }
          }
        }
      }
    }
    while (at < end && (octets[at] != '\n' || octets[at - 1] == '\r')) {
      at++;
    }
    return Math.min(at, end);
  }

  /// The first octet in `[from, end)` that the relaxed form changes, or `end`: a tab, a blank that
  /// is not the only one or ends a line, an LF that no CR stands before. At `from` none does. The
  /// last octet is neither blank nor line end.
  static int relaxed(byte[] octets, int from, int end) {
    if (from < end && (octets[from] == '\n' || isChange(octets, from, end))) {
      return from;
    }
    var at = from + 1;
    for (; at + 17 <= end; at += 16) {
      var found = changes(octets, at) | changes(octets, at + 8);
      if ((found & HIGH) != 0) {
        for (var word = at; word < at + 16; word += 8) {
          for (var marks = changes(octets, word) & HIGH; marks != 0; marks &= marks - 1) {
            var place = word + (Long.numberOfTrailingZeros(marks) >>> 3);
            if (isChange(octets, place, end)) {
              return place;
            }
          }
        }
      }
    }
    while (at < end && !isChange(octets, at, end)) {
      at++;
    }
    return Math.min(at, end);
  }

  private static boolean isChange(byte[] octets, int at, int end) {
    return switch (octets[at]) {
      case '\t' -> true;
      case '\n' -> at > 0 && octets[at - 1] != '\r';
      case ' ' ->
          at + 1 < end
              && switch (octets[at + 1]) {
                case ' ', '\t', '\r', '\n' -> true;
                default -> false;
              };
      default -> false;
    };
  }

  private static long changes(byte[] octets, int at) {
    var here = word(octets, at);
    var next = word(octets, at + 1);
    var before = word(octets, at - 1);
    var blank = equal(here, BLANKS) & (next - ABOVE_BLANK) & ~next;
    return blank | equal(here, TABS) | (equal(here, LINE_FEEDS) & ~exactly(before, RETURNS));
  }

  /// The highest bit of each octet that is equal, and of some that are not.
  private static long equal(long word, long octets) {
    var difference = word ^ octets;
    return (difference - ONES) & ~difference;
  }

  /// The highest bit of each octet that is equal, and of no other.
  private static long exactly(long word, long octets) {
    var difference = word ^ octets;
    return ~(((difference & ~HIGH) + ~HIGH) | difference | ~HIGH);
  }

  private static long word(byte[] octets, int at) {
    return (long) WORD.get(octets, at);
  }
}
