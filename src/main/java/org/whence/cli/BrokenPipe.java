package org.whence.cli;

import java.io.IOException;

/// Whoever read our output has stopped, as `head` does: nothing to tell anybody.
final class BrokenPipe extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenPipe(IOException cause) {
    super("nobody reads the output any more", cause);
  }

  /// Whether this is what the system says of a pipe without a reader.
  static boolean is(IOException e) {
    return "Broken pipe".equals(e.getMessage());
  }
}
