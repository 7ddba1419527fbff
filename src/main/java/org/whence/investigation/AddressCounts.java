package org.whence.investigation;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/// How often each address stands in a list: a table of octets, which takes an eighth of what
/// objects would. At most [#MOST] addresses are held, and those beyond count each time as if they
/// were new.
///
/// Its places are drawn by chance: the list may be an attacker's.
final class AddressCounts {
  /// How many different addresses are held: 40 MB.
  static final int MOST = 1 << 20;

  private static final long IPV4 = 0xFFFF_0000_0000L;
  private static final int SMALLEST = 1 << 10;

  private final long seed = new SecureRandom().nextLong();
  private final int most;
  private long[] high = new long[SMALLEST];
  private long[] low = new long[SMALLEST];

  /// 0 for a free place; negative once the address was taken.
  private int[] counts = new int[SMALLEST];

  private int held;

  AddressCounts() {
    this(MOST);
  }

  AddressCounts(int most) {
    this.most = most;
  }

  /// Counts an address.
  ///
  /// @return whether it is one more
  boolean add(InetAddress address) {
    var place = place(high(address), low(address));
    if (counts[place] == 0) {
      if (held < most) {
        put(place, high(address), low(address), 1);
      }
      return true;
    }
    if (counts[place] < Integer.MAX_VALUE) {
      counts[place]++;
    }
    return false;
  }

  /// Takes an address out.
  ///
  /// @return how often it was counted; 0 where it was taken before
  int take(InetAddress address) {
    var place = place(high(address), low(address));
    if (counts[place] == 0) {
      return 1;
    }
    var count = Math.max(0, counts[place]);
    counts[place] = -1;
    return count;
  }

  /// Whether addresses were counted that are not held.
  boolean isFull() {
    return held == most;
  }

  private static long high(InetAddress address) {
    var octets = address.getAddress();
    return octets.length == 4 ? 0 : ByteBuffer.wrap(octets).getLong();
  }

  private static long low(InetAddress address) {
    var octets = ByteBuffer.wrap(address.getAddress());
    return octets.capacity() == 4
        ? IPV4 | Integer.toUnsignedLong(octets.getInt())
        : octets.getLong(Long.BYTES);
  }

  private void put(int place, long first, long second, int count) {
    high[place] = first;
    low[place] = second;
    counts[place] = count;
    held++;
    if (2 * held > counts.length) {
      grow();
    }
  }

  private void grow() {
    var firsts = high;
    var seconds = low;
    var known = counts;
    high = new long[2 * known.length];
    low = new long[2 * known.length];
    counts = new int[2 * known.length];
    held = 0;
    for (var i = 0; i < known.length; i++) {
      if (known[i] != 0) {
        put(place(firsts[i], seconds[i]), firsts[i], seconds[i], known[i]);
      }
    }
  }

  /// The place of an address, or the free one where it belongs.
  private int place(long first, long second) {
    var mask = counts.length - 1;
    var place = (int) mixed(mixed(first ^ seed) ^ second) & mask;
    while (counts[place] != 0 && (high[place] != first || low[place] != second)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /// Each bit hangs on all others (the end of MurmurHash3).
  private static long mixed(long bits) {
    var mixed = (bits ^ (bits >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
