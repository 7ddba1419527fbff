package org.whence.dns;

import java.net.SocketTimeoutException;
import java.time.Duration;

/// When waiting ends.
///
/// @param nanos on the scale of [System#nanoTime]
record Deadline(long nanos) {
  private static final long NANOS_PER_MILLI = 1_000_000;

  static Deadline in(Duration timeout) {
    return new Deadline(System.nanoTime() + timeout.toNanos());
  }

  /// What is left in nanoseconds; zero or less where nothing is.
  long nanosLeft() {
    return nanos - System.nanoTime();
  }

  boolean isOver() {
    return nanosLeft() <= 0;
  }

  Deadline earlier(Deadline other) {
    return nanos - other.nanos <= 0 ? this : other;
  }

  /// What is left in milliseconds, at least 1, as sockets want it.
  ///
  /// @throws SocketTimeoutException if nothing is left
  int millisLeft() throws SocketTimeoutException {
    var left = nanosLeft();
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) Math.ceilDiv(left, NANOS_PER_MILLI);
  }
}
