package org.whence.dns;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// Spreads queries over time: at most so many a second, evenly, without bursts.
final class Rate {
  private final ReentrantLock lock = new ReentrantLock();
  private final long interval;
  private long next = Long.MIN_VALUE;

  /// @param aSecond how many queries a second; 0 for no limit
  Rate(int aSecond) {
    interval = aSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / aSecond;
  }

  /// Takes the next place in time.
  ///
  /// @param now on the scale of [System#nanoTime]
  /// @return how long it is until then; zero where it is now
  Duration reserve(long now) {
    if (interval == 0) {
      return Duration.ZERO;
    }
    lock.lock();
    try {
      var wait = next == Long.MIN_VALUE ? 0 : Math.max(0, next - now);
      next = now + wait + interval;
      return Duration.ofNanos(wait);
    } finally {
      lock.unlock();
    }
  }
}
