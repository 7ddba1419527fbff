package org.whence.gui;

import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/// Closes the window once it was drawn: for measuring how long that takes, and for training the AOT
/// cache of the installed program.
final class FirstFrame extends AnimationTimer {
  /// The system property that asks for it.
  static final String EXIT = "whence.exit.after.first.frame";

  /// A timer is told before a frame is drawn; at the third time, the first one has been.
  private static final int DRAWN = 3;

  private final Stage stage;
  private int frames;

  FirstFrame(Stage stage) {
    this.stage = stage;
  }

  @Override
  public void handle(long now) {
    frames++;
    if (frames == DRAWN) {
      stop();
      stage.close();
    }
  }
}
