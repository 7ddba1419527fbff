package org.whence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is moved by hand.
public final class TestClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public TestClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /// One that stands at the time of [TestZone].
  public TestClock() {
    this(TestZone.NOW);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /// Moves the clock on.
  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }
}
