package org.whence.gui.model;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Work on virtual threads, results on the thread that owns the state. All else is called on that
/// thread alone.
public final class OwnedLane implements Tasks.Lane {
  private final Owner owner;
  private int generation;
  private @Nullable Thread worker;
  private @Nullable Clock clock;

  /// The thread that owns the state.
  public interface Owner {
    /// Does something there, soon; called from any thread.
    void soon(Runnable action);

    /// Does it there about ten times a second.
    Clock often(Runnable action);

    /// Does it there once, after a pause.
    Clock after(Duration pause, Runnable action);

    /// Is told there of what should never be thrown.
    void bug(Throwable thrown);
  }

  /// Something that is done later, unless it is stopped.
  @FunctionalInterface
  public interface Clock {
    /// Has it not done any more.
    void stop();
  }

  /// A lane without any work.
  public OwnedLane(Owner owner) {
    this.owner = owner;
  }

  @Override
  public <T> void start(
      Tasks.Work<T> work, Runnable live, Consumer<T> done, Consumer<IOException> failed) {
    cancel();
    var mine = generation;
    clock = owner.often(live);
    worker =
        Thread.ofVirtual()
            .name("whence-work-" + mine)
            .uncaughtExceptionHandler((_, thrown) -> back(mine, live, () -> owner.bug(thrown)))
            .start(() -> work(work, mine, live, done, failed));
  }

  private <T> void work(
      Tasks.Work<T> work, int mine, Runnable live, Consumer<T> done, Consumer<IOException> failed) {
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
    owner.soon(() -> {
      if (mine == generation) {
        halt();
        live.run();
        last.run();
      }
    });
  }

  @Override
  public <T> void startAfter(
      Duration pause, Tasks.Work<T> work, Consumer<T> done, Consumer<IOException> failed) {
    cancel();
    clock = owner.after(pause, () -> start(work, done, failed));
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
    halt();
    generation++;
  }

  private void halt() {
    if (clock != null) {
      clock.stop();
      clock = null;
    }
    worker = null;
  }
}
