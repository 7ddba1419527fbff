package org.whence.investigation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Wakes the one who takes results: for many together, since being woken costs as much as a small
/// piece of work does, but at once where nothing else is there to be worked on, and where nothing
/// came for a while.
final class Bell {
  /// How long results are left to gather, and how many.
  private static final Duration WHILE = Duration.ofMillis(5);

  private static final int MANY = 64;

  private final Semaphore rung = new Semaphore(0);
  private final AtomicInteger untold = new AtomicInteger();
  private volatile boolean listening;
  private volatile boolean dry;

  /// There is a result, whether it is its turn or not.
  void one() {
    if (untold.incrementAndGet() >= MANY || listening || dry) {
      ring();
    }
  }

  /// Wakes, whatever there is.
  void ring() {
    untold.set(0);
    rung.release();
  }

  /// Nothing is there to be read: what is under way is all for now.
  void runDry() {
    dry = true;
    if (untold.get() > 0) {
      ring();
    }
  }

  /// Something was read.
  void runAgain() {
    dry = false;
  }

  boolean isDry() {
    return dry;
  }

  /// Waits while results gather, but not for long.
  void awaitMany() throws InterruptedException {
    var _ = rung.tryAcquire(WHILE.toNanos(), TimeUnit.NANOSECONDS);
    rung.drainPermits();
  }

  /// Waits for one result without limit.
  ///
  /// @param isThere whether that which is waited for has come already
  void await(BooleanSupplier isThere) throws InterruptedException {
    listening = true;
    if (!isThere.getAsBoolean()) {
      rung.acquire();
    }
    rung.drainPermits();
    listening = false;
  }
}
