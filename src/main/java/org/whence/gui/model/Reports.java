package org.whence.gui.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.whence.casefile.Notes;
import org.whence.casefile.WholeFile;
import org.whence.investigation.Comparison;
import org.whence.investigation.Investigation;
import org.whence.report.Format;
import org.whence.report.Redaction;
import org.whence.report.Report;
import org.whence.report.ReportOptions;
import org.whence.report.ReportProblem;
import org.whence.report.Writing;

/// Writes what was found, into files and as text. Every method comes back at once.
public final class Reports {
  private final CaseModel model;
  private final Notices notices;
  private final Tasks.Lane writing;
  private final Supplier<Writing> server;

  /// @param model what is told
  public Reports(CaseModel model, Tasks tasks) {
    this(model, tasks, Writing::usual);
  }

  /// @param model what is told
  /// @param server what is written into fields, log lines and rules, as it is wanted then
  public Reports(CaseModel model, Tasks tasks, Supplier<Writing> server) {
    this.model = model;
    this.notices = new Notices(model);
    this.writing = tasks.lane();
    this.server = server;
  }

  /// Writes a report into a file.
  public void export(Path file, Format format, ExportChoice choice) {
    var options = choice.options(format).withNotes(notes()).withWriting(server.get());
    withInvestigation(found -> write(file, out -> Report.write(found, format, options, out)));
  }

  /// What a redacted report takes out, and what stands for it, a line each.
  public void redaction(Consumer<String> taken) {
    var written = notes();
    withInvestigation(found ->
        writing.start(
            () ->
                Report.redaction(found, Redaction.ALL, written).stream()
                    .map(one -> one.placeholder() + "  " + notices.visible(one.value()))
                    .collect(Collectors.joining("\n")),
            taken,
            notices::failed));
  }

  /// Writes octets that a signature hashes into a file, all of them and as they are.
  public void save(Path file, CanonicalView view, CanonicalView.Part part, boolean canonical) {
    write(file, out -> view.write(part, canonical, out));
  }

  /// Writes text into a file.
  public void write(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void write(Path file, Written content) {
    writing.start(
        () -> {
          // The dialog has asked already.
          into(file, true, content);
          return file;
        },
        written -> notices.tell(false, "export.done", notices.visible(written.toString())),
        notices::failed);
  }

  /// Writes a file whole or not at all.
  ///
  /// @param replace whether one that is there already goes
  static void into(Path file, boolean replace, Written content) throws IOException {
    try {
      WholeFile.write(file, replace, content::to);
    } catch (IOException e) {
      // A format that cannot hold the case would be no better in another file.
      throw e.getCause() instanceof ReportProblem problem ? problem : e;
    }
  }

  /// The whole tree as text, for the ticket.
  public void treeAsText(Consumer<String> taken) {
    var options = text().withNotes(notes());
    withInvestigation(
        found -> asText(out -> Report.write(found, Format.TEXT, options, out), taken));
  }

  /// What changed as text, for the ticket.
  public void asText(Comparison found, Consumer<String> taken) {
    asText(out -> Report.write(found, Format.TEXT, text(), out), taken);
  }

  private Notes notes() {
    return model.notes().notes();
  }

  private ReportOptions text() {
    return ReportOptions.defaults(Format.TEXT).withDefanged(model.defangedProperty().get());
  }

  /// Writes the octets of a file.
  interface Written {
    void to(OutputStream out) throws IOException;
  }

  private void asText(Written report, Consumer<String> taken) {
    writing.start(
        () -> {
          var out = new ByteArrayOutputStream();
          report.to(out);
          return out.toString(StandardCharsets.UTF_8);
        },
        taken,
        notices::failed);
  }

  private void withInvestigation(Consumer<Investigation> use) {
    model
        .investigationProperty()
        .get()
        .ifPresentOrElse(use, () -> notices.tell(true, "export.nothing"));
  }

  /// The window closes.
  public void close() {
    writing.cancel();
  }
}
