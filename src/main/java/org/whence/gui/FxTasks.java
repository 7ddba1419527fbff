package org.whence.gui;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import org.whence.gui.model.OwnedLane;
import org.whence.gui.model.Tasks;

/// Work on virtual threads, results on JavaFX's thread. The only place that hands anything over.
final class FxTasks implements Tasks, OwnedLane.Owner {
  private static final javafx.util.Duration LIVE = javafx.util.Duration.millis(100);

  private final Consumer<Throwable> bug;

  /// @param bug is told, on JavaFX's thread, of what should never be thrown
  FxTasks(Consumer<Throwable> bug) {
    this.bug = bug;
  }

  @Override
  public Lane lane() {
    return new OwnedLane(this);
  }

  @Override
  public void soon(Runnable action) {
    Platform.runLater(action);
  }

  @Override
  public OwnedLane.Clock often(Runnable action) {
    var ticker = new Timeline(new KeyFrame(LIVE, _ -> action.run()));
    ticker.setCycleCount(Animation.INDEFINITE);
    ticker.play();
    return ticker::stop;
  }

  @Override
  public OwnedLane.Clock after(Duration pause, Runnable action) {
    var wait = new PauseTransition(javafx.util.Duration.millis((double) pause.toMillis()));
    wait.setOnFinished(_ -> action.run());
    wait.play();
    return wait::stop;
  }

  @Override
  public void bug(Throwable thrown) {
    bug.accept(thrown);
  }
}
