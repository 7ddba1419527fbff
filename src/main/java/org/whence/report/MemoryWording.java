package org.whence.report;

import java.util.Optional;

/// What is said where Java has no memory left: it is no bug, and there is a way out.
public final class MemoryWording {
  private static final long MB = 1L << 20;

  private MemoryWording() {}

  /// One line; empty where something else was thrown.
  ///
  /// @param thrown what was thrown, with its causes: a piece of work on a thread of its own wraps
  ///   it
  public static Optional<String> of(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        var megabytes = Long.toString(Runtime.getRuntime().maxMemory() / MB);
        return Optional.of(Wording.load().words("memory", megabytes));
      }
    }
    return Optional.empty();
  }
}
