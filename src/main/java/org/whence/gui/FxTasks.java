package org.whence.gui;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.Tasks;

/// Work on virtual threads, results on JavaFX's thread. The only place that hands anything over.
final class FxTasks implements Tasks {
  private static final javafx.util.Duration LIVE = javafx.util.Duration.millis(100);

  private final Consumer<Throwable> bug;

  /// @param bug is told, on JavaFX's thread, of what should never be thrown
  FxTasks(Consumer<Throwable> bug) {
    this.bug = bug;
  }

  /// Runs something on JavaFX's thread, soon.
  static void soon(Runnable action) {
    Platform.runLater(action);
  }

  @Override
  public Lane lane() {
    return new FxLane();
  }

  private final class FxLane implements Lane {
    private int generation;
    private @Nullable Thread worker;
    private @Nullable Animation clock;

    @Override
    public <T> void start(
        Work<T> work, Runnable live, Consumer<T> done, Consumer<IOException> failed) {
      cancel();
      var mine = generation;
      var ticker = new Timeline(new KeyFrame(LIVE, _ -> live.run()));
      ticker.setCycleCount(Animation.INDEFINITE);
      ticker.play();
      clock = ticker;
      worker =
          Thread.ofVirtual()
              .name("whence-work-" + mine)
              .uncaughtExceptionHandler((_, thrown) -> back(mine, live, () -> bug.accept(thrown)))
              .start(() -> work(work, mine, live, done, failed));
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
      soon(() -> {
        if (mine == generation) {
          halt();
          live.run();
          last.run();
        }
      });
    }

    @Override
    public <T> void startAfter(
        Duration pause, Work<T> work, Consumer<T> done, Consumer<IOException> failed) {
      cancel();
      var wait = new PauseTransition(javafx.util.Duration.millis((double) pause.toMillis()));
      wait.setOnFinished(_ -> start(work, done, failed));
      wait.play();
      clock = wait;
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
}
