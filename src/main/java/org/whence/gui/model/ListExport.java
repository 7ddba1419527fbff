package org.whence.gui.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.whence.casefile.WholeFile;
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

  private void write(Path file, Rows rows, AtomicInteger done) throws IOException {
    // The dialog has asked already whether a file may go.
    try (var whole = WholeFile.open(file, true)) {
      whole.out().write(ListReport.head(rows.format()));
      try {
        write(rows, whole.out(), done);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      whole.done();
    }
  }

  private void write(Rows rows, OutputStream out, AtomicInteger done)
      throws IOException, InterruptedException {
    var run = runs.list();
    var report = new ListReport(rows.format(), rows.origin(), run.parameters());
    for (var row : rows.all()) {
      // Rows are taken up again where they end, so none may be left out.
      if (Thread.currentThread().isInterrupted() || row.kept().isEmpty()) {
        return;
      }
      out.write(report.row(run.result(row, ChainListener.NONE)));
      done.incrementAndGet();
    }
  }

  /// Stops; what is written stays.
  void stop() {
    writing.interrupt();
  }

  void cancel() {
    writing.cancel();
  }
}
