package org.whence.gui.model;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/// Tasks without a thread: work is kept until the test lets it run, so that a test decides what
/// happens before what.
public final class InTurn implements Tasks {
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  /// Runs what is waiting, and what that starts.
  public void runAll() {
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  /// Runs what has waited for longest, alone.
  public void runNext() {
    waiting.remove().run();
  }

  @Override
  public Lane lane() {
    return new Kept();
  }

  private final class Kept implements Lane {
    private int generation;
    private boolean interrupted;

    @Override
    public <T> void start(
        Work<T> work, Runnable live, Consumer<T> done, Consumer<IOException> failed) {
      cancel();
      var mine = generation;
      interrupted = false;
      waiting.add(() -> work(work, mine, live, done, failed));
    }

    private <T> void work(
        Work<T> work, int mine, Runnable live, Consumer<T> done, Consumer<IOException> failed) {
      Runnable end;
      try {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        var result = work.call();
        end = () -> done.accept(result);
      } catch (IOException e) {
        end = () -> failed.accept(e);
      } catch (InterruptedException e) {
        end = () -> {};
      } finally {
        // The flag is this lane's, not the test's thread's.
        var _ = Thread.interrupted();
      }
      if (mine == generation) {
        live.run();
        end.run();
      }
    }

    @Override
    public <T> void startAfter(
        Duration pause, Work<T> work, Consumer<T> done, Consumer<IOException> failed) {
      start(work, done, failed);
    }

    @Override
    public void interrupt() {
      interrupted = true;
    }

    @Override
    public void cancel() {
      interrupted = true;
      generation++;
    }
  }
}
