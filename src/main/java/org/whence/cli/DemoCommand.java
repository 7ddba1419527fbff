package org.whence.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
import org.whence.investigation.SampleCase;
import org.whence.report.Report;
import org.whence.report.Writing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `whence demo`: the bundled sample case, answered from its bundled DNS. It ends with 0 once it
/// was shown, whatever the case's verdicts: Maven takes anything else for a broken build.
@Command(
    name = "demo",
    description = "Shows the bundled sample case: in the window, or printed where there is none.",
    mixinStandardHelpOptions = true,
    versionProvider = WhenceCommand.VersionLine.class,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {
  private final Console console;
  private final Cli.Window window;

  @Mixin final RunOptions run;
  @Mixin OutputOptions output = new OutputOptions();

  DemoCommand(Console console, Cli.Window window) {
    this.console = console;
    run = new RunOptions(console.environment());
    this.window = window;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    var printed = output.format != null || output.toFiles();
    if (console.display() && !printed && opened()) {
      return ExitStatus.OK;
    }
    output.checkCase(true);
    try (var resolution = resolution();
        var targets =
            output.open(console, Writing.usual(), Optional.ofNullable(run.asking.record))) {
      resolution.onWarning(console::tell);
      var sample = new CaseRun(console, Subject.of(SampleCase.input()), output.caseFile());
      var investigation = sample.ask(resolution, run.options(), run, ChainListener.NONE);
      targets.each(
          target -> Report.write(investigation, target.format(), target.look(), target.out()));
      return targets.done();
    }
  }

  /// Whether the window opened: a display that is promised may still be out of reach.
  private boolean opened() {
    try {
      window.open(Cli.Opening.SAMPLE);
      return true;
    } catch (IOException e) {
      console.tell(e.getMessage() + "; the sample case is printed instead");
      return false;
    }
  }

  /// The sample's own recording, unless the analyst wants somebody else asked.
  private Resolution resolution() throws CommandException, IOException {
    return run.asking.chosen()
        ? AskingOptions.open(run.asking.settings())
        : SampleCase.resolution(run.asking.settings());
  }
}
