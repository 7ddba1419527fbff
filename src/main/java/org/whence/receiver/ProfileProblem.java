package org.whence.receiver;

import java.io.IOException;

/// A profile that cannot be used: which line of it, why, and the way out.
public final class ProfileProblem extends IOException {
  private static final long serialVersionUID = 1L;

  ProfileProblem(String file, int line, String why) {
    super(file + (line > 0 ? ":" + line : "") + ": " + why);
  }
}
