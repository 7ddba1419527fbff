package org.whence.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.whence.report.Format;
import org.whence.report.ListReport;
import org.whence.report.ReportOptions;

/// All that an answer goes to: standard output, or files, each in a format of its own.
final class Targets implements AutoCloseable {
  /// One of them.
  record Target(Format format, ReportOptions look, OutputStream out) {
    /// Closes it because of something that is worse.
    void closeAfter(Exception worse) {
      try {
        out.close();
      } catch (IOException e) {
        worse.addSuppressed(e);
      }
    }
  }

  private final List<Target> targets;

  Targets(List<Target> targets) {
    this.targets = List.copyOf(targets);
  }

  List<Target> all() {
    return targets;
  }

  /// Writes what stands before all rows.
  void head() throws IOException {
    for (var target : targets) {
      target.out().write(ListReport.head(target.format()));
    }
  }

  /// Whether a list is written row by row, as its addresses are done.
  boolean isOfRows() {
    return targets.size() == 1
        && targets.getFirst().format().isOfRows()
        && !targets.getFirst().look().redacted();
  }

  /// Writes out what was written so far.
  void flush() throws IOException {
    for (var target : targets) {
      target.out().flush();
    }
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (var target : targets) {
      try {
        target.out().close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
