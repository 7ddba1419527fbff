package org.whence.report;

import java.io.IOException;

/// An investigation cannot be written in a format; the message says why, and the way out.
public final class ReportProblem extends IOException {
  private static final long serialVersionUID = 1L;

  ReportProblem(String message) {
    super(message);
  }
}
