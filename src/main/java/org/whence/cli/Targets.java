package org.whence.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whence.casefile.FileProblem;
import org.whence.casefile.WholeFile;
import org.whence.report.Format;
import org.whence.report.ListReport;
import org.whence.report.ReportOptions;
import org.whence.report.ReportProblem;

/// All that an answer goes to: standard output, or files, each in a format of its own. Files are
/// there whole or as they were; one that cannot be written costs the others nothing.
final class Targets implements AutoCloseable {
  /// One of them.
  ///
  /// @param file the file that `out` goes into; none for standard output
  record Target(Format format, ReportOptions look, OutputStream out, Optional<WholeFile> file) {}

  private static final Target NOWHERE =
      new Target(
          Format.CSV,
          ReportOptions.defaults(Format.CSV),
          OutputStream.nullOutputStream(),
          Optional.empty());

  private final Console console;
  private final List<Target> targets = new ArrayList<>();
  private final Set<Target> failed = new LinkedHashSet<>();
  private boolean written;

  Targets(Console console) {
    this.console = console;
  }

  /// Adds standard output.
  void add(Format format, ReportOptions look, OutputStream out) {
    targets.add(new Target(format, look, out, Optional.empty()));
  }

  /// Adds a file, which is closed with this.
  void add(Format format, ReportOptions look, WholeFile file) {
    targets.add(new Target(format, look, file.out(), Optional.of(file)));
  }

  /// Writes into a target.
  interface Writes {
    void to(Target target) throws IOException;
  }

  /// Writes into each target. What cannot be written is told, and its file left as it was.
  void each(Writes writes) throws IOException {
    for (var target : targets) {
      if (!failed.contains(target)) {
        write(target, writes);
      }
    }
    written = true;
  }

  private void write(Target target, Writes writes) throws IOException {
    try {
      writes.to(target);
    } catch (FileProblem e) {
      failed.add(target);
      console.tell(String.valueOf(e.getMessage()));
    } catch (ReportProblem e) {
      failed.add(target);
      console.tell("--format: " + e.getMessage());
    }
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

  /// A format among them that holds one case.
  Optional<Format> ofOne() {
    return targets.stream().map(Target::format).filter(format -> !format.isOfMany()).findFirst();
  }

  /// Parts one case from the next.
  void part() throws IOException {
    each(target -> {
      if (!target.format().isOfRows()) {
        target.out().write('\n');
      }
    });
  }

  /// Whether nothing is to be written.
  boolean isNone() {
    return targets.isEmpty();
  }

  /// Where the rows of a list go, if anywhere: what is written there is in the file at once, so
  /// that a run that is killed can be gone on with.
  Target rows() throws IOException {
    if (isNone()) {
      return NOWHERE;
    }
    written = true;
    var target = targets.getFirst();
    if (target.file().isPresent()) {
      target.file().get().asItGoes();
    }
    return target;
  }

  /// Writes out what was written so far.
  void flush() throws IOException {
    each(target -> target.out().flush());
  }

  /// Puts all in its place. Where nothing was written, files stay as they were.
  ///
  /// @return the exit status: whether everything could be written
  int done() throws IOException {
    var all = written;
    each(target -> {
      if (target.file().isEmpty()) {
        target.out().flush();
      } else if (all) {
        target.file().get().done();
      }
    });
    return failed.isEmpty() ? ExitStatus.OK : ExitStatus.IO;
  }

  /// Takes away what is not done.
  @Override
  public void close() throws IOException {
    for (var target : targets) {
      if (target.file().isPresent()) {
        target.file().get().close();
      }
    }
  }
}
