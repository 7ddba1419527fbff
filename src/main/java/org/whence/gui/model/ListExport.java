package org.whence.gui.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.whence.chain.ChainListener;
import org.whence.investigation.ListOrigin;
import org.whence.report.Format;
import org.whence.report.ListReport;

/// Writes the rows of a long list into a file, as `whence check` writes them: out of the evidence
/// of each. A list that was stopped, or an export that is, leaves whole rows that `whence check
/// --resume` goes on with.
public final class ListExport {
  private final CaseModel model;
  private final Notices notices;
  private final Runs runs;
  private final Tasks.Lane writing;

  ListExport(CaseModel model, Runs runs, Tasks tasks) {
    this.model = model;
    this.notices = new Notices(model);
    this.runs = runs;
    this.writing = tasks.lane();
  }

  /// Writes all rows, in the order of the list, whatever is shown of them.
  ///
  /// @param format one that [has rows][Format#isOfRows]
  public void write(Path file, Format format) {
    var input = model.inputProperty().get();
    var rows = model.list().all().stream().filter(row -> row.entry().isPresent()).toList();
    if (model.phaseProperty().get() == Phase.RUNNING) {
      notices.tell(true, "again.running");
      return;
    }
    if (input.isEmpty() || rows.isEmpty()) {
      notices.tell(true, "export.nothing");
      return;
    }
    var origin = ListOrigin.of(input.get());
    var done = new AtomicInteger();
    writing.start(
        () -> {
          write(file, new Rows(format, origin, rows), done);
          return file;
        },
        () -> notices.tell(false, "list.export", done.get(), rows.size()),
        written ->
            notices.tell(
                done.get() < rows.size(),
                "list.exported",
                done.get(),
                rows.size(),
                notices.visible(written.toString())),
        notices::failed);
  }

  private record Rows(Format format, ListOrigin origin, List<ListRow> all) {}

  private void write(Path file, Rows rows, AtomicInteger done)
      throws IOException, InterruptedException {
    var run = runs.list();
    var report = new ListReport(rows.format(), rows.origin(), run.parameters());
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(ListReport.head(rows.format()));
      for (var row : rows.all()) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        // Rows are taken up again where they end, so none may be left out.
        if (row.kept().isEmpty()) {
          return;
        }
        write(run, row, report, out);
        done.incrementAndGet();
      }
    } catch (IOException e) {
      throw new IOException(
          file + ": cannot be written (" + e.getClass().getSimpleName() + "); choose another file",
          e);
    }
  }

  private static void write(ListRun run, ListRow row, ListReport report, OutputStream out)
      throws IOException, InterruptedException {
    out.write(report.row(run.result(row, ChainListener.NONE)));
  }

  /// Stops; what is written stays.
  void stop() {
    writing.interrupt();
  }

  void cancel() {
    writing.cancel();
  }
}
