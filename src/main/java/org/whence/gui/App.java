package org.whence.gui;

import java.time.InstantSource;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.stage.Stage;

/// The program as JavaFX sees it. It is started by [Gui].
public final class App extends Application {
  /// The argument that opens the sample case.
  static final String SAMPLE = "sample";

  @Override
  public void start(Stage stage) {
    var clock = InstantSource.system();
    var settings = new Remembered(Preferences.userRoot().node("org/whence"));
    var window =
        new Window(
            stage, new Window.Outside(new Bundled(clock), settings, Optional.empty(), clock));
    Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> window.bug(thrown));
    window.show();
    if (getParameters().getRaw().contains(SAMPLE)) {
      window.desk().sample();
    }
  }
}
