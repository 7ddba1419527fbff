package org.whence.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import org.whence.casefile.CaseFile;
import org.whence.dns.Resolution;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.AddressResult;
import org.whence.investigation.AddressSurvey;
import org.whence.investigation.InOrder;
import org.whence.investigation.Investigator;
import org.whence.investigation.ListFile;
import org.whence.investigation.Options;
import org.whence.investigation.Problem;
import org.whence.report.Format;
import org.whence.report.InputWording;
import org.whence.report.ListReport;
import org.whence.report.Wording;

/// Checks the addresses of one list, many at once, and writes a row for each in the order of the
/// list. Memory does not grow with the list.
final class ListCheck {
  /// How large the heap may become, in octets; a tenth of it is alive. The collector grows it in
  /// steps; one that is far below this is reached again and again.
  private static final long HEAP = 256L << 20;

  /// How much of that must be in use where collecting does not give the rest back.
  private static final long USED = HEAP / 8 * 7;

  /// How long it takes at least from one collection to the next, in nanoseconds.
  private static final long PAUSE = 100_000_000;

  private final Console console;
  private final RunOptions run;
  private final int atOnce;
  private final boolean alone;
  private long collected = System.nanoTime();
  private boolean givesBack = true;
  private final ListFile list;
  private final InputWording words = new InputWording(Wording.load());
  private final AddressSurvey survey;
  private int status = ExitStatus.OK;

  /// Reads the list once; what is wrong in it is told, with its line.
  ///
  /// @param alone whether the rows go elsewhere than to the terminal, so that progress can be seen
  ListCheck(Console console, RunOptions run, ListFile list, boolean alone)
      throws CommandException, IOException {
    this.console = console;
    this.run = run;
    this.atOnce = run.asking.atOnce();
    this.alone = alone;
    this.list = list;
    this.survey = list.survey(this::tell);
    if (survey.repeats()) {
      console.tell(
          list.source().name()
              + ": more than "
              + AddressSurvey.held()
              + " different addresses; of those beyond, each is checked as often as it stands"
              + " there");
    }
  }

  private void tell(Problem problem) {
    console.tell(words.source(list.source()) + ": " + words.problem(problem));
  }

  /// Writes all rows.
  ///
  /// @return the exit status
  int all(Resolution resolution, Format format, OutputStream out)
      throws CommandException, IOException, InterruptedException {
    try (var entries = survey.entries()) {
      return rows(new Rows(asking(resolution), format), entries, 0, out);
    }
  }

  /// Writes all rows of a list that was kept, out of its case.
  ///
  /// @param options what it is judged by
  /// @return the exit status
  int again(CaseFile kept, Options options, Format format, OutputStream out)
      throws IOException, InterruptedException {
    var clock = InstantSource.system();
    try (var resolution = kept.resolution(list.source().name(), clock);
        var entries = survey.entries()) {
      resolution.onWarning(console::tell);
      var investigator = new Investigator(resolution, kept.clockThen(clock), options);
      return rows(new Rows(investigator, format), entries, 0, out);
    }
  }

  /// Writes all rows, and keeps the list as a case.
  ///
  /// @return the exit status
  int kept(Resolution resolution, Format format, OutputStream out, Path file)
      throws CommandException, IOException, InterruptedException {
    try (var kept = new KeptList(survey, list.source(), file);
        var entries = survey.entries()) {
      var rows =
          new Rows(asking(kept.hearing(resolution)), format) {
            @Override
            Row of(AddressResult result) {
              kept.heard(result);
              return super.of(result);
            }
          };
      var ended = rows(rows, entries, 0, out);
      var parameters = rows.investigator.parameters();
      kept.save(parameters, resolution.named(), ended == ExitStatus.STOPPED);
      return ended;
    }
  }

  /// Writes the rows that a file does not have yet.
  ///
  /// @return the exit status, for the rows of both runs
  int rest(Resolution resolution, Format format, RowFile file)
      throws CommandException, IOException, InterruptedException {
    var rows = new Rows(asking(resolution), format);
    var head = ListReport.head(format);
    try (var entries = survey.entries()) {
      var before = file.read(head, entries, rows.report, this::count);
      try (var out = file.append()) {
        if (file.isNew()) {
          out.write(head);
        }
        return rows(rows, entries, before, out);
      }
    }
  }

  private Investigator asking(Resolution resolution) throws CommandException {
    return new Investigator(resolution, InstantSource.system(), run.options());
  }

  /// How a row comes about.
  private class Rows {
    final Investigator investigator;
    final ListReport report;

    Rows(Investigator investigator, Format format) {
      this.investigator = investigator;
      report = new ListReport(format, survey.origin(list.source()), investigator.parameters());
    }

    Row of(AddressResult result) {
      return new Row(report.row(result), result.iprev().verdict().word());
    }
  }

  /// A row and its result.
  private static final class Row {
    final byte[] octets;
    final String result;

    Row(byte[] octets, String result) {
      this.octets = octets;
      this.result = result;
    }
  }

  private int rows(Rows rows, AddressSurvey.Entries entries, long before, OutputStream out)
      throws IOException, InterruptedException {
    var progress = new ListProgress(console, alone, survey.addresses(), before, System.nanoTime());
    var sink =
        new InOrder.Sink<Row>() {
          @Override
          public void take(Row row) throws IOException {
            keepSmall();
            out.write(row.octets);
            count(row.result);
            progress.one(System.nanoTime());
          }

          @Override
          public void pause() throws IOException {
            out.flush();
          }
        };
    try {
      new InOrder<AddressEntry, Row>(atOnce)
          .run(
              entries::next,
              entry -> rows.of(rows.investigator.address(entry, list.source())),
              sink);
      out.flush();
      progress.end();
      return status;
    } catch (InterruptedException e) {
      out.flush();
      progress.end();
      console.tell(
          "stopped: "
              + progress.counts()
              + " are done; with --output and --resume, a further run does the rest");
      return ExitStatus.STOPPED;
    }
  }

  /// Gives memory back that the collector took although little is alive: it grows the heap as far
  /// as it may rather than collect often, and to a list of any length that is all the machine has.
  ///
  /// At most once in a while: where more than that is alive, collecting again gives nothing. Not
  /// every collector gives back what it has emptied; there that is used up before the next time.
  private void keepSmall() {
    if (heap() > HEAP && (givesBack ? System.nanoTime() - collected > PAUSE : used() > USED)) {
      System.gc();
      collected = System.nanoTime();
      givesBack = heap() <= HEAP;
    }
  }

  private static long heap() {
    return Runtime.getRuntime().totalMemory();
  }

  private static long used() {
    return heap() - Runtime.getRuntime().freeMemory();
  }

  private void count(String result) {
    status = ExitStatus.graver(status, ExitStatus.of(result));
  }
}
