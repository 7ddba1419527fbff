package org.whence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whence.casefile.Notes;
import org.whence.casefile.Recorded;
import org.whence.chain.ChainListener;
import org.whence.report.Format;
import org.whence.report.ReportOptions;
import org.whence.watch.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `whence watch`: makes a case of each mail that comes into a folder.
@Command(
    name = "watch",
    description = "Watches a folder: each mail that comes becomes a case, and reports.",
    mixinStandardHelpOptions = true,
    versionProvider = WhenceCommand.VersionLine.class,
    sortOptions = false)
final class WatchCommand implements Callable<Integer> {
  private static final Duration SETTLE = Duration.ofSeconds(2);

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "the folder that mails come into")
  Path from = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "the folder for cases and reports; what fails goes to its folder 'failed'")
  Path to = Path.of("");

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      split = ",",
      description = "also write this report of each case; several with commas")
  List<String> formats = new ArrayList<>();

  @Mixin LookOptions look = new LookOptions();

  @Option(names = "--once", description = "end once all that is there is done")
  boolean once;

  @Option(
      names = "--settle",
      paramLabel = "D",
      converter = Durations.class,
      description = "how long a file must stay as it is before it is taken. Default: 2s")
  Duration settle = SETTLE;

  @Mixin HistoryOptions history = new HistoryOptions();
  @Mixin final RunOptions run;

  WatchCommand(Console console) {
    this.console = console;
    run = new RunOptions(console.environment());
  }

  @Override
  public Integer call() throws CommandException {
    var wanted = new Watch.Wanted(from, to, reports(), settle);
    var options = run.options().withKeys(run.history(console));
    var keys = run.heard();
    var settings = run.asking.settings();
    var clock = InstantSource.system();
    try (var _ = Stopping.ofThisThread();
        var resolutions = new Resolutions(console);
        var lease = resolutions.lease(settings, run.asking.others(settings))) {
      var asked = new Recorded.Asked(lease.resolution(), options, keys);
      var all =
          new Watch(wanted, clock, done -> console.tell(done.line()))
              .run(
                  once,
                  (input, file) -> {
                    var made = Recorded.of(input, asked, clock, ChainListener.NONE, Notes.NONE);
                    var found = made.investigation();
                    return new Recorded(
                        history.remember(found, Optional.of(file), console), made.kept());
                  });
      return all ? ExitStatus.OK : ExitStatus.IO;
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    } catch (InterruptedException stopped) {
      return ExitStatus.STOPPED;
    }
  }

  private Map<Format, ReportOptions> reports() throws CommandException {
    var reports = new LinkedHashMap<Format, ReportOptions>();
    for (var word : formats) {
      var format =
          Format.byWord(word)
              .orElseThrow(() ->
                  new CommandException(
                      ExitStatus.USAGE, "--format: '" + word + "' is none; see 'check --help'"));
      reports.put(format, look.of(format, true, console));
    }
    return reports;
  }
}
