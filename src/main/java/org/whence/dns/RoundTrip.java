package org.whence.dns;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// How long one server takes to answer, smoothed as TCP does it (RFC 6298, 2), and when a datagram
/// that was not answered is thought to be lost.
///
/// That is after about four round trips, so that a lost datagram costs little. Resolvers answer
/// some questions from memory and look for others far away: where their times differ much, four
/// times the variation counts instead. Also the time of a datagram that was sent again counts, from
/// its first sending on: leaving it out would leave out whatever is slow.
final class RoundTrip {
  /// RFC 6298, 2.1: before anything is known.
  static final Duration FIRST = Duration.ofSeconds(1);

  /// Pauses of this end, for the collection of garbage or other programs, are no loss.
  static final Duration SHORTEST = Duration.ofMillis(250);

  static final Duration LONGEST = Duration.ofSeconds(2);

  private final ReentrantLock lock = new ReentrantLock();
  private final Duration first;
  private long smoothed = -1;
  private long variation;

  /// @param first how long to wait before anything is known
  RoundTrip(Duration first) {
    this.first = first;
  }

  /// An answer took so long.
  void took(Duration roundTrip) {
    lock.lock();
    try {
      var nanos = roundTrip.toNanos();
      if (smoothed < 0) {
        smoothed = nanos;
        variation = nanos / 2;
      } else {
        variation += (Math.abs(smoothed - nanos) - variation) / 4;
        smoothed += (nanos - smoothed) / 8;
      }
    } finally {
      lock.unlock();
    }
  }

  /// How long to wait before a datagram is sent again.
  Duration resendAfter() {
    lock.lock();
    try {
      if (smoothed < 0) {
        return first;
      }
      var wanted = Math.max(4 * smoothed, smoothed + 4 * variation);
      return Duration.ofNanos(Math.clamp(wanted, SHORTEST.toNanos(), LONGEST.toNanos()));
    } finally {
      lock.unlock();
    }
  }
}
