package org.whence.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.whence.dns.ResolverSettings;
import org.whence.investigation.Comparison;
import org.whence.investigation.Input;
import org.whence.investigation.InputFile;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Recognised;
import org.whence.report.Format;
import org.whence.report.InputWording;
import org.whence.report.Report;
import org.whence.report.Wording;
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
      arity = "1..*",
      description =
          "an address, a file (a mail, a text file), or - for standard input with anything that one"
              + " may paste")
  List<String> inputs = new ArrayList<>();

  @Mixin RunOptions run = new RunOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Option(
      names = "--compare",
      description = "ask again, and show what changed since the recording of --replay")
  boolean compare;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    var format = output.format();
    if (compare) {
      run.before();
      run.now();
    } else {
      run.settings();
    }
    if (format == Format.HTML && inputs.size() > 1) {
      throw new CommandException(
          ExitStatus.USAGE, "--format: html holds one input; run it once for each");
    }
    var status = ExitStatus.OK;
    try (var resolutions = new Resolutions(console);
        var out = output.open(console)) {
      for (var text : inputs) {
        try {
          status = ExitStatus.graver(status, one(input(text), resolutions, format, out));
        } catch (CommandException e) {
          if (run.debug) {
            console.trace(e);
          }
          console.tell(String.valueOf(e.getMessage()));
          status = ExitStatus.graver(status, e.status());
        }
      }
    }
    return status;
  }

  /// The resolver is opened for the first input that can be read: what is wrong with an input is
  /// told whatever is wrong with the network.
  private int one(Input input, Resolutions resolutions, Format format, OutputStream out)
      throws CommandException, IOException {
    if (input.recognised() instanceof Recognised.Nothing nothing) {
      throw new CommandException(
          ExitStatus.IO, new InputWording(Wording.load()).nothing(input, nothing));
    }
    if (compare) {
      var before = investigate(input, run.before(), resolutions);
      var comparison = Comparison.of(before, investigate(input, run.now(), resolutions));
      Report.write(comparison, format, output.report(format, console), out);
      out.flush();
      return ExitStatus.of(comparison);
    }
    var investigation = investigate(input, run.settings(), resolutions);
    Report.write(investigation, format, output.report(format, console), out);
    out.flush();
    return ExitStatus.of(investigation);
  }

  private Investigation investigate(Input input, ResolverSettings settings, Resolutions resolutions)
      throws CommandException {
    try (var lease = resolutions.lease(settings)) {
      var progress = Progress.on(console);
      var investigation =
          new Investigator(lease.resolution(), InstantSource.system(), run.options())
              .investigate(input, progress);
      Progress.end(progress);
      return investigation;
    }
  }

  /// A name of a file is a file; anything else is what was pasted on the command line.
  private Input input(String text) throws CommandException {
    try {
      if (text.equals("-")) {
        return InputReader.stdin(console.in());
      }
      var path = Path.of(text);
      return InputFile.exists(path) ? InputFile.read(path) : InputReader.argument(text);
    } catch (java.nio.file.InvalidPathException notAPath) {
      return InputReader.argument(text);
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
  }
}
