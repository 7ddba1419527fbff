package org.whence.gui.model;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tasks as the window has them, whose state a thread of their own has in place of JavaFX's.
final class OwnThread implements Tasks, OwnedLane.Owner {
  private static final Duration LIVE = Duration.ofMillis(100);

  private final ScheduledExecutorService owner = Executors.newSingleThreadScheduledExecutor();

  @Override
  public Lane lane() {
    return new OwnedLane(this);
  }

  @Override
  public void soon(Runnable action) {
    owner.execute(action);
  }

  @Override
  public OwnedLane.Clock often(Runnable action) {
    return often(LIVE, action);
  }

  /// Does it there again and again.
  OwnedLane.Clock often(Duration pause, Runnable action) {
    var clock =
        owner.scheduleWithFixedDelay(
            action, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return () -> clock.cancel(false);
  }

  @Override
  public OwnedLane.Clock after(Duration pause, Runnable action) {
    var clock = owner.schedule(action, pause.toMillis(), TimeUnit.MILLISECONDS);
    return () -> clock.cancel(false);
  }

  @Override
  public void bug(Throwable thrown) {
    thrown.printStackTrace();
  }
}
