package org.whence.dkim;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds the octets of a body that its canonical form changes, many at a time.
///
/// Eight octets are a word, and an octet of a word is compared with all its neighbours at once:
/// where `x` is zero in an octet, `(x - 0x01…) & ~x` has that octet's highest bit set. A borrow may
/// set it one octet too far to the left as well, so what is found is looked at again; nothing is
/// missed.
///
/// Words are taken in spans without a way out in between, which lets the compiler take several
/// words at once. Spans grow as long as nothing is found.
final class WideScan {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int SHORTEST = 64;
  private static final int LONGEST = 4_096;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long LINE_FEEDS = '\n' * ONES;
  private static final long RETURNS = '\r' * ONES;
  private static final long BLANKS = ' ' * ONES;
  private static final long TABS = '\t' * ONES;
  private static final long ABOVE_BLANK = (' ' + 1) * ONES;

  private WideScan() {}

  /// The first octet in `[from, end)` that the canonical form changes, or `end`.
  ///
  /// Simple changes an LF that no CR stands before; at `from` none does. Relaxed changes a tab and
  /// a blank that is not the only one or ends a line as well. The last octet is neither blank nor
  /// line end.
  static int change(boolean relaxed, byte[] octets, int from, int end) {
    if (from == end || octets[from] == '\n' || isChange(relaxed, octets, from, end)) {
      return from;
    }
    var at = from + 1;
    var span = SHORTEST;
    while (end - at > SHORTEST) {
      var length = Math.min(span, (end - at - 1) & -Long.BYTES);
      if (!(relaxed ? hasChange(octets, at, length) : hasBareLineFeed(octets, at, length))) {
        at += length;
        span = Math.min(2 * span, LONGEST);
      } else if (length > SHORTEST) {
        span = SHORTEST;
      } else {
        var found = first(relaxed, octets, at, at + length, end);
        if (found < at + length) {
          return found;
        }
        at = found;
      }
    }
    return first(relaxed, octets, at, end, end);
  }

  private static int first(boolean relaxed, byte[] octets, int from, int to, int end) {
    var at = from;
    while (at < to && !isChange(relaxed, octets, at, end)) {
      at++;
    }
    return at;
  }

  private static boolean isChange(boolean relaxed, byte[] octets, int at, int end) {
    return switch (octets[at]) {
      case '\n' -> at > 0 && octets[at - 1] != '\r';
      case '\t' -> relaxed;
      case ' ' ->
          relaxed
              && at + 1 < end
              && switch (octets[at + 1]) {
                case ' ', '\t', '\r', '\n' -> true;
                default -> false;
              };
      default -> false;
    };
  }

  private static boolean hasBareLineFeed(byte[] octets, int from, int length) {
    var found = 0L;
    for (var i = 0; i < length; i += Long.BYTES) {
      found |= bareLineFeeds(word(octets, from + i - 1), word(octets, from + i));
    }
    return (found & HIGH) != 0;
  }

  private static boolean hasChange(byte[] octets, int from, int length) {
    var found = 0L;
    for (var i = 0; i < length; i += Long.BYTES) {
      var here = word(octets, from + i);
      var next = word(octets, from + i + 1);
      var blanks = equal(here, BLANKS) & (next - ABOVE_BLANK) & ~next;
      var tabs = equal(here, TABS);
      found |= blanks | tabs | bareLineFeeds(word(octets, from + i - 1), here);
    }
    return (found & HIGH) != 0;
  }

  private static long bareLineFeeds(long before, long here) {
    return equal(here, LINE_FEEDS) & differing(before, RETURNS);
  }

  /// The highest bit of each octet that is equal, and of some that are not.
  private static long equal(long word, long octets) {
    var difference = word ^ octets;
    return (difference - ONES) & ~difference;
  }

  /// The highest bit of each octet that differs, and of no other: line ends as they should be are
  /// many, and must not be found.
  private static long differing(long word, long octets) {
    var difference = word ^ octets;
    return ((difference & ~HIGH) + ~HIGH) | difference;
  }

  private static long word(byte[] octets, int at) {
    return (long) WORD.get(octets, at);
  }
}
