package org.whence.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whence.investigation.CaseMark;
import org.whence.investigation.Contents;
import org.whence.investigation.Input;
import org.whence.investigation.InputFile;
import org.whence.investigation.InputReader;
import org.whence.investigation.ListFile;
import org.whence.investigation.Opened;
import org.whence.investigation.Opener;
import org.whence.investigation.Recognised;
import org.whence.investigation.Source;
import org.whence.report.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `whence check`: investigates each input, and prints what was found.
@Command(
    name = "check",
    description = "Investigates addresses, headers, mails and lists.",
    mixinStandardHelpOptions = true,
    versionProvider = WhenceCommand.VersionLine.class,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  /// How many addresses make a list: one is investigated as such.
  private static final int LIST = 2;

  private final Console console;

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description =
          "an address, a file (a mail, a mailbox, an archive, a text file), a folder, or - for"
              + " standard input with anything that one may paste")
  List<String> inputs = new ArrayList<>();

  @Mixin PolicyOptions policy = new PolicyOptions();
  @Mixin final RunOptions run;
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin ContainerOptions containers = new ContainerOptions();
  @Mixin EvidenceOptions evidence = new EvidenceOptions();
  @Mixin ProductOptions products = new ProductOptions();

  private int written;

  @Option(
      names = "--resume",
      description = {
        "go on with a list where an earlier run that wrote to the same --output ended;",
        "a recording goes on as well"
      })
  boolean resume;

  CheckCommand(Console console) {
    this.console = console;
    run = new RunOptions(console.environment());
  }

  @Override
  public Integer call() throws CommandException, IOException, InterruptedException {
    var formats = output.formats();
    output.checkCase(!evidence.chosen() && !resume && inputs.size() <= 1);
    var domain = policy.input(inputs, run);
    evidence.check(run, formats, resume, inputs);
    if (resume) {
      return rest(formats);
    }
    var single = formats.stream().filter(format -> !format.isOfMany()).findFirst();
    if (single.isPresent() && inputs.size() > 1) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--format: " + single.get().word() + " holds one input; run it once for each");
    }
    var opener = containers.opener(console);
    var only = containers.only();
    var status = ExitStatus.OK;
    try (var _ = Stopping.ofThisThread();
        var resolutions = new Resolutions(console);
        var targets = output.open(console, products.writing(), recording())) {
      targets.head();
      if (domain.isPresent()) {
        status = one(Subject.of(domain.get()), resolutions, targets);
      }
      for (var text : inputs) {
        try {
          var cases =
              new Cases(console, only, this::asIs, subject -> one(subject, resolutions, targets));
          var rows = new Rows(resolutions, targets);
          status = ExitStatus.graver(status, one(text, rows, cases, opener));
        } catch (CommandException e) {
          if (run.debug) {
            console.trace(e);
          }
          console.tell(String.valueOf(e.getMessage()));
          status = ExitStatus.graver(status, e.status());
        }
      }
      return ExitStatus.graver(status, targets.done());
    }
  }

  /// The recording that is written anew: that of a plan is left as it is.
  private Optional<Path> recording() {
    return evidence.plan ? Optional.empty() : Optional.ofNullable(run.asking.record);
  }

  /// Where the rows of lists come from and go.
  private record Rows(Resolutions resolutions, Targets targets) {}

  private int one(String text, Rows rows, Cases cases, Opener opener)
      throws CommandException, IOException, InterruptedException {
    var found = goesRowByRow(rows.targets()) ? list(text) : Optional.<ListFile>empty();
    if (found.isEmpty()) {
      return cases.all(opened(text, opener));
    }
    try (var list = found.get()) {
      if (!list.isList(LIST) || (output.caseFile().isPresent() && !list.holds(KeptList.LONG))) {
        return cases.all(list.open(opener));
      }
      var check = check(list);
      try (var lease = rows.resolutions().lease(run.asking.settings())) {
        var target = rows.targets().rows();
        return output.caseFile().isEmpty()
            ? check.all(lease.resolution(), target.format(), target.out())
            : check.kept(
                lease.resolution(), target.format(), target.out(), output.caseFile().get());
      }
    }
  }

  /// Whether a list is checked without its trees being held; a history wants to see them.
  private boolean goesRowByRow(Targets targets) {
    var kept = output.caseFile().isPresent();
    return (targets.isOfRows() || (kept && targets.isNone()))
        && !(kept && evidence.history.chosen())
        && !evidence.chosen()
        && run.ip == null
        && run.asking.repeats() == 0;
  }

  private ListCheck check(ListFile list) throws CommandException, IOException {
    return new ListCheck(console, run, list, output.toFiles() || !console.outIsTerminal());
  }

  /// Does what an earlier run of the same list left.
  private int rest(List<Format> formats)
      throws CommandException, IOException, InterruptedException {
    var format = formats.getFirst();
    if (inputs.size() != 1 || output.outputs.size() != 1 || !format.isOfRows() || run.ip != null) {
      throw new CommandException(
          ExitStatus.USAGE,
          "--resume: needs one list, --output FILE and the format csv or json, and no --ip");
    }
    if (!output.taken().isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE, "--redact: rows are added as they are; go on without --redact");
    }
    var found = list(inputs.getFirst());
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

  /// The resolver is opened for the first input that can be read: what is wrong with an input is
  /// told whatever is wrong with the network.
  private int one(Subject subject, Resolutions resolutions, Targets targets)
      throws CommandException, IOException {
    if (written > 0 && output.caseFile().isPresent()) {
      console.tell("--output: a case holds one mail, and the first was saved; see --case");
      return ExitStatus.OK;
    }
    var single = targets.ofOne();
    if (written > 0 && single.isPresent()) {
      console.tell(
          "--format: "
              + single.get().word()
              + " holds one case, and the first was written; --case chooses another one");
      return ExitStatus.OK;
    }
    if (written > 0) {
      targets.part();
    }
    written++;
    if (isOfRows(subject) && goesRowByRow(targets)) {
      return again(subject, targets);
    }
    var status =
        new CaseCheck(console, run, resolutions, products)
            .one(subject, evidence, new CaseCheck.Answer(targets, output.caseFile()));
    targets.flush();
    return status;
  }

  /// Whether it is the case of a long list, and nothing but its rows is wanted.
  private boolean isOfRows(Subject subject) {
    return subject.kept().filter(kept -> !kept.hasVerdicts() && kept.notes().isEmpty()).isPresent()
        && subject.input().recognised() instanceof Recognised.Addresses
        && output.caseFile().isEmpty()
        && !run.asking.chosen()
        && run.asking.record == null;
  }

  private int again(Subject subject, Targets targets) throws CommandException, IOException {
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

  /// What may be a list: standard input, or a file.
  private Optional<ListFile> list(String text) throws CommandException {
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

  private Input asIs(Input input) {
    return containers.asIs && input.format().isEmpty() && input.size() > 0
        ? InputReader.asIs(input)
        : input;
  }

  /// A name of a file is a file; anything else is what was pasted on the command line.
  private Opened opened(String text, Opener opener) throws CommandException {
    try {
      if (text.equals("-")) {
        return opener.open(Source.STDIN, Contents.read(console.in()));
      }
      var path = Path.of(text);
      return InputFile.exists(path)
          ? opener.open(path)
          : new Opened.Case(InputReader.argument(text));
    } catch (InvalidPathException notAPath) {
      return new Opened.Case(InputReader.argument(text));
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }
}
