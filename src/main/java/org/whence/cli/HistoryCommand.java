package org.whence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whence.casefile.WholeFile;
import org.whence.history.Entry;
import org.whence.report.EntryJson;
import org.whence.report.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `whence history`: what was investigated before. Each command below it is a method.
@Command(
    name = "history",
    description = {
      "Searches, exports and forgets what 'check --history' and 'watch --history' remembered.",
      "It lies in whence/history.db of your data folder ($XDG_DATA_HOME, %%LOCALAPPDATA%%)."
    },
    mixinStandardHelpOptions = true,
    versionProvider = WhenceCommand.VersionLine.class,
    sortOptions = false)
final class HistoryCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  private final Console console;

  @Spec @Nullable CommandSpec spec;

  HistoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var named = Objects.requireNonNull(spec);
    throw new ParameterException(
        named.commandLine(), "name one of search, export, retention, wipe");
  }

  /// A line a case, the newest first.
  @Command(
      name = "search",
      description = "Lists the cases in which all these words stand, the newest first.",
      mixinStandardHelpOptions = true)
  int search(
      @Mixin HistoryOptions options,
      @Option(names = "--most", paramLabel = "N", defaultValue = "50", description = "how many")
          int most,
      @Parameters(
              paramLabel = "WORD",
              arity = "0..*",
              description = "addresses, names, parts of subjects; each may be a beginning")
          @Nullable List<String> words)
      throws CommandException, IOException {
    if (most < 1 || most > MOST) {
      throw new CommandException(
          ExitStatus.USAGE, "--most: " + most + " is not between 1 and " + MOST);
    }
    try (var history = options.open(console);
        var out = new Answer(console)) {
      for (var entry : history.search(String.join(" ", words == null ? List.of() : words), most)) {
        out.line(line(entry));
      }
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
    return ExitStatus.OK;
  }

  private static String line(Entry entry) {
    var parts = new ArrayList<String>(List.of(entry.reference(), entry.name()));
    var verdicts =
        new TreeMap<>(entry.verdicts())
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    parts.add(verdicts);
    entry.subject().ifPresent(parts::add);
    entry.file().ifPresent(parts::add);
    return parts.stream().map(Visible::text).collect(Collectors.joining("  "));
  }

  /// A JSON object a line.
  @Command(
      name = "export",
      description = "Writes all that is remembered, a JSON object a line.",
      mixinStandardHelpOptions = true)
  int export(
      @Mixin HistoryOptions options,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FILE",
              description = "write there instead of standard output")
          @Nullable Path output)
      throws CommandException {
    try (var history = options.open(console)) {
      if (output != null) {
        WholeFile.write(output, false, out -> history.export(entry -> EntryJson.write(entry, out)));
      } else {
        try (var out = new Answer(console)) {
          history.export(entry -> EntryJson.write(entry, out));
        }
      }
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
    return ExitStatus.OK;
  }

  /// How long cases are kept.
  @Command(
      name = "retention",
      description = "Tells how long cases are remembered, or sets it; older ones are forgotten.",
      mixinStandardHelpOptions = true)
  int retention(
      @Mixin HistoryOptions options,
      @Parameters(
              paramLabel = "DAYS",
              arity = "0..1",
              description = "a number of days, or 'forever'")
          @Nullable String days)
      throws CommandException, IOException {
    try (var history = options.open(console);
        var out = new Answer(console)) {
      if (days != null) {
        history.retain(time(days));
      }
      out.line(history.retention().map(time -> time.toDays() + " days").orElse("forever"));
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
    return ExitStatus.OK;
  }

  private static Optional<Duration> time(String days) throws CommandException {
    if (days.equals("forever")) {
      return Optional.empty();
    }
    if (!days.matches("[1-9][0-9]{0,4}")) {
      throw new CommandException(
          ExitStatus.USAGE, "retention: '" + days + "' is neither a number of days nor 'forever'");
    }
    return Optional.of(Duration.ofDays(Integer.parseInt(days)));
  }

  /// Forgets everything.
  @Command(
      name = "wipe",
      description = "Forgets all that is remembered. The files of cases stay.",
      mixinStandardHelpOptions = true)
  int wipe(
      @Mixin HistoryOptions options,
      @Option(names = "--yes", description = "needed: what is forgotten does not come back")
          boolean sure)
      throws CommandException {
    if (!sure) {
      throw new CommandException(
          ExitStatus.USAGE, "wipe: what is forgotten does not come back; say --yes");
    }
    try (var history = options.open(console)) {
      history.wipe();
    } catch (IOException e) {
      throw CommandException.of(ExitStatus.IO, e);
    }
    return ExitStatus.OK;
  }
}
