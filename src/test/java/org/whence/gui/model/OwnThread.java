package org.whence.gui.model;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tasks as the window has them, whose state a thread of their own has in place of JavaFX's.
final class OwnThread implements Tasks {
  private final ScheduledExecutorService owner = Executors.newSingleThreadScheduledExecutor();

  /// Does something on the thread that owns the state.
  void own(Runnable action) {
    owner.execute(action);
  }

  /// Does it there again and again.
  void often(Duration pause, Runnable action) {
    var _ =
        owner.scheduleWithFixedDelay(
            action, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Lane lane() {
    return new OwnLane();
  }

  private final class OwnLane implements Lane {
    private int generation;
    private @Nullable Thread worker;

    @Override
    public <T> void start(
        Work<T> work, Runnable live, Consumer<T> done, Consumer<IOException> failed) {
      cancel();
      var mine = generation;
      worker = Thread.ofVirtual().start(() -> work(work, mine, live, done, failed));
    }

    private <T> void work(
        Work<T> work, int mine, Runnable live, Consumer<T> done, Consumer<IOException> failed) {
      try {
        var result = work.call();
        back(mine, live, () -> done.accept(result));
      } catch (IOException e) {
        back(mine, live, () -> failed.accept(e));
      } catch (InterruptedException told) {
        back(mine, live, () -> {});
      }
    }

    private void back(int mine, Runnable live, Runnable last) {
      own(() -> {
        if (mine == generation) {
          live.run();
          last.run();
        }
      });
    }

    @Override
    public <T> void startAfter(
        Duration pause, Work<T> work, Consumer<T> done, Consumer<IOException> failed) {
      cancel();
      var mine = generation;
      var _ =
          owner.schedule(
              () -> {
                if (mine == generation) {
                  start(work, done, failed);
                }
              },
              pause.toMillis(),
              TimeUnit.MILLISECONDS);
    }

    @Override
    public void interrupt() {
      if (worker != null) {
        worker.interrupt();
      }
    }

    @Override
    public void cancel() {
      interrupt();
      worker = null;
      generation++;
    }
  }
}
