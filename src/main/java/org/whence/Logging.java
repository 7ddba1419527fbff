package org.whence;

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

  /// Silences every library. First thing in `main`.
  public static void quiet() {
    LogManager.getLogManager().reset();
    ROOT.setLevel(Level.OFF);
  }

  /// Lets warnings and errors of libraries through again, to standard error.
  public static void debug() {
    ROOT.setLevel(Level.WARNING);
    if (ROOT.getHandlers().length == 0) {
      ROOT.addHandler(new java.util.logging.ConsoleHandler());
    }
  }
}
