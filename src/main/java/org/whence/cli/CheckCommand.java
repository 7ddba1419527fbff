package org.whence.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whence.investigation.Contents;
import org.whence.investigation.Input;
import org.whence.investigation.InputFile;
import org.whence.investigation.InputReader;
import org.whence.investigation.Opened;
import org.whence.investigation.Opener;
import org.whence.investigation.Source;
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
    var lists = new Lists(console, run, output, evidence);
    if (resume) {
      return lists.rest(inputs);
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
      var rows = new Rows(lists, resolutions, targets);
      if (domain.isPresent()) {
        status = one(Subject.of(domain.get()), rows);
      }
      for (var text : inputs) {
        try {
          var cases = new Cases(console, only, this::asIs, subject -> one(subject, rows));
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
  private record Rows(Lists lists, Resolutions resolutions, Targets targets) {}

  private int one(String text, Rows rows, Cases cases, Opener opener)
      throws CommandException, IOException, InterruptedException {
    var found = rows.lists().candidate(text, rows.targets());
    if (found.isEmpty()) {
      return cases.all(opened(text, opener));
    }
    try (var list = found.get()) {
      return rows.lists().isOfRows(list)
          ? rows.lists().all(list, rows.resolutions(), rows.targets())
          : cases.all(list.open(opener));
    }
  }

  /// The resolver is opened for the first input that can be read: what is wrong with an input is
  /// told whatever is wrong with the network.
  private int one(Subject subject, Rows rows) throws CommandException, IOException {
    var targets = rows.targets();
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
    if (rows.lists().isOfRows(subject, targets)) {
      return rows.lists().again(subject, targets);
    }
    var status =
        new CaseCheck(console, run, rows.resolutions(), products)
            .one(subject, evidence, new CaseCheck.Answer(targets, output.caseFile()));
    targets.flush();
    return status;
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
