package org.whence.cli;

import org.whence.investigation.Comparison;
import org.whence.investigation.Investigation;

/// What the program ends with.
final class ExitStatus {
  /// Nothing failed.
  static final int OK = 0;

  /// Something failed: `fail`, `permerror`, `softfail`.
  static final int FAILED = 1;

  /// The command was not understood.
  static final int USAGE = 2;

  /// Nothing failed, but something could not be told: `temperror`.
  static final int UNSURE = 3;

  /// Input or output could not be read or written.
  static final int IO = 4;

  /// Stopped by the person before the end: what a shell tells of Ctrl-C (128 + SIGINT).
  static final int STOPPED = 130;

  private ExitStatus() {}

  /// The status that the word of one result makes.
  static int of(String result) {
    return switch (result) {
      case "fail", "softfail", "permerror" -> FAILED;
      case "temperror" -> UNSURE;
      default -> OK;
    };
  }

  static int of(Investigation investigation) {
    if (investigation.anyFailed()) {
      return FAILED;
    }
    return investigation.anyUnsure() ? UNSURE : OK;
  }

  /// Of a comparison: what changed is what failed.
  static int of(Comparison comparison) {
    return switch (comparison.result()) {
      case SAME -> OK;
      case CHANGED -> FAILED;
      case UNSURE -> UNSURE;
    };
  }

  /// The status of two things that were done: the graver one. What could not be read outweighs what
  /// failed, that outweighs what could not be told.
  static int graver(int one, int other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(int status) {
    return switch (status) {
      case OK -> 0;
      case UNSURE -> 1;
      case FAILED -> 2;
      case USAGE -> 3;
      default -> 4;
    };
  }
}
