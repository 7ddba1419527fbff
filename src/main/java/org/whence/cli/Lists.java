package org.whence.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.whence.investigation.CaseMark;
import org.whence.investigation.InputFile;
import org.whence.investigation.ListFile;
import org.whence.investigation.Recognised;
import org.whence.investigation.Source;

/// Lists of addresses as `check` is told to treat them: row by row where nothing but rows is
/// wanted, so that memory does not grow with them.
final class Lists {
  /// How many addresses make a list: one is investigated as such.
  private static final int LIST = 2;

  private final Console console;
  private final RunOptions run;
  private final OutputOptions output;
  private final EvidenceOptions evidence;

  Lists(Console console, RunOptions run, OutputOptions output, EvidenceOptions evidence) {
    this.console = console;
    this.run = run;
    this.output = output;
    this.evidence = evidence;
  }

  /// What may be a list that is checked row by row; a history wants to see the trees of a case.
  Optional<ListFile> candidate(String text, Targets targets) throws CommandException {
    return goesRowByRow(targets) ? file(text) : Optional.empty();
  }

  private boolean goesRowByRow(Targets targets) {
    var kept = output.caseFile().isPresent();
    return (targets.isOfRows() || (kept && targets.isNone()))
        && !(kept && evidence.history.chosen())
        && !evidence.chosen()
        && run.ip == null
        && run.asking.repeats() == 0;
  }

  /// Standard input, or a file.
  private Optional<ListFile> file(String text) throws CommandException {
    try {
      if (text.equals("-")) {
        return Optional.of(ListFile.copy(Source.STDIN, console.in()));
      }
      var path = Path.of(text);
      return InputFile.exists(path) && !Files.isDirectory(path) && !CaseMark.isNamed(path)
          ? Optional.of(ListFile.of(path))
          : Optional.empty();
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }

  /// Whether it is one; of a short one that is kept as a case, verdicts are kept as well.
  boolean isOfRows(ListFile list) throws IOException {
    return list.isList(LIST) && (output.caseFile().isEmpty() || list.holds(KeptList.LONG));
  }

  /// Checks a list.
  ///
  /// @return the exit status
  int all(ListFile list, Resolutions resolutions, Targets targets)
      throws CommandException, IOException, InterruptedException {
    var check = check(list);
    try (var lease = resolutions.lease(run.asking.settings())) {
      var target = targets.rows();
      return output.caseFile().isEmpty()
          ? check.all(lease.resolution(), target.format(), target.out())
          : check.kept(lease.resolution(), target.format(), target.out(), output.caseFile().get());
    }
  }

  private ListCheck check(ListFile list) throws CommandException, IOException {
    return new ListCheck(console, run, list, output.toFiles() || !console.outIsTerminal());
  }

  /// Whether it is the case of a long list, and nothing but its rows is wanted.
  boolean isOfRows(Subject subject, Targets targets) {
    return subject.kept().filter(kept -> !kept.hasVerdicts() && kept.notes().isEmpty()).isPresent()
        && subject.input().recognised() instanceof Recognised.Addresses
        && output.caseFile().isEmpty()
        && !run.asking.chosen()
        && run.asking.record == null
        && goesRowByRow(targets);
  }

  /// Gives the rows of a list that was kept as a case.
  ///
  /// @return the exit status
  int again(Subject subject, Targets targets) throws CommandException, IOException {
    var options = CaseRun.options(subject, run, console);
    var octets = new byte[subject.input().original().remaining()];
    subject.input().original().get(octets);
    try (var list = ListFile.copy(subject.input().source(), new ByteArrayInputStream(octets))) {
      var target = targets.rows();
      return check(list)
          .again(subject.kept().orElseThrow(), options, target.format(), target.out());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.STOPPED;
    }
  }

  /// Does what an earlier run of the same list left.
  ///
  /// @return the exit status
  int rest(List<String> inputs) throws CommandException, IOException, InterruptedException {
    var format = output.formats().getFirst();
    if (inputs.size() != 1 || output.outputs.size() != 1 || !format.isOfRows() || run.ip != null) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--resume: needs one list, --output FILE and the format csv or json, and no --ip");
    }
    if (!output.taken().isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE, "--redact: rows are added as they are; go on without --redact");
    }
    var found = file(inputs.getFirst());
    try (var _ = Stopping.ofThisThread();
        var resolutions = new Resolutions(console);
        var list = found.orElse(null)) {
      if (list == null || !list.isList(LIST)) {
        throw new CommandException(
            ExitStatus.USAGE, "--resume: '" + inputs.getFirst() + "' is no list of addresses");
      }
      var check = check(list);
      try (var lease = resolutions.lease(run.asking.settings().withRecordsOn(true))) {
        return check.rest(lease.resolution(), format, new RowFile(output.outputs.getFirst()));
      }
    }
  }
}
