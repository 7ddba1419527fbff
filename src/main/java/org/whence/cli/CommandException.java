package org.whence.cli;

/// The end of a command that cannot be done: one line for the person, and the exit status.
final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  /// @param message what, why, and the way out, in one line
  CommandException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }

  /// What is said for the user's file or a resolver that cannot be used.
  static CommandException of(int status, Exception cause) {
    var failed = new CommandException(status, String.valueOf(cause.getMessage()));
    failed.initCause(cause);
    return failed;
  }
}
