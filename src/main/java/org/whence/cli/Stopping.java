package org.whence.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a run end in order where the process is told to end, as by Ctrl-C: its thread is
/// interrupted, and has a while to write what is done. The process then ends with what signals end
/// with.
final class Stopping implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private Stopping(Thread run) {
    hook =
        Thread.ofPlatform()
            .name("whence-stop")
            .unstarted(() -> {
              run.interrupt();
              awaitEnd();
            });
  }

  /// Watches over the calling thread until this is closed.
  static Stopping ofThisThread() {
    var stopping = new Stopping(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(stopping.hook);
    return stopping;
  }

  private void awaitEnd() {
    try {
      var _ = ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      return;
    }
  }
}
