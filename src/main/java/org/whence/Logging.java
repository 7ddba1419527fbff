package org.whence;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// What libraries log: nothing of it reaches a stream unless debugging was asked for.
///
/// JavaFX warns through java.util.logging that it was loaded from the class path, which is how this
/// program ships it; SLF4J ends there as well. So one switch at the root is enough, thrown before
/// the first library class is touched.
public final class Logging {
  /// Held for good: the log manager itself holds its loggers weakly.
  private static final Logger ROOT = Logger.getLogger("");

  private Logging() {}

  /// First thing in `main`: silences every library; with `--debug` among the arguments warnings and
  /// errors still come through, to standard error.
  public static void quiet(String... args) {
    LogManager.getLogManager().reset();
    if (List.of(args).contains("--debug")) {
      ROOT.setLevel(Level.WARNING);
      ROOT.addHandler(new ConsoleHandler());
    } else {
      ROOT.setLevel(Level.OFF);
    }
  }
}
