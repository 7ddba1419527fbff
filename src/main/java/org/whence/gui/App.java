package org.whence.gui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.stage.Stage;

/// The program as JavaFX sees it. It is started by [Gui].
public final class App extends Application {
  /// The argument before a file to open.
  static final String FILE = "file";

  @Override
  public void start(Stage stage) {
    var clock = InstantSource.system();
    var settings = new Remembered(Preferences.userRoot().node("org/whence"));
    var window =
        new Window(
            stage, new Window.Outside(new Bundled(clock), settings, Optional.empty(), clock));
    Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> window.bug(thrown));
    window.show();
    if (Boolean.getBoolean(FirstFrame.EXIT)) {
      new FirstFrame(stage).start();
    }
    var arguments = getParameters().getRaw();
    if (arguments.equals(List.of(Gui.Opening.SAMPLE.name()))) {
      window.desk().sample();
    } else if (arguments.equals(List.of(Gui.Opening.PRIVATE.name()))) {
      window.model().privateProperty().set(true);
    } else if (arguments.size() == 2 && arguments.getFirst().equals(FILE)) {
      window.desk().open(Path.of(arguments.getLast()));
    }
  }
}
