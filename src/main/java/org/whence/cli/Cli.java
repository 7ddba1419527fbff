package org.whence.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whence.casefile.FileProblem;
import org.whence.report.MemoryWording;
import org.whence.report.ReportProblem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Runs a command line.
public final class Cli {
  private final Console console;
  private final Window window;

  /// Opens the window; comes back when it was closed.
  @FunctionalInterface
  public interface Window {
    /// Opens it.
    ///
    /// @throws IOException if it cannot be opened, in one line
    void open(Opening how) throws IOException;
  }

  /// What the window opens with.
  public enum Opening {
    /// Nothing.
    EMPTY,
    /// The bundled sample case.
    SAMPLE,
    /// Nothing, and nothing that is done in it is remembered.
    PRIVATE
  }

  /// A command line.
  ///
  /// @param window what opens the window where one is asked for
  public Cli(Console console, Window window) {
    this.console = console;
    this.window = window;
  }

  /// Runs the command that the arguments ask for.
  ///
  /// @return the exit status
  public int run(String... args) {
    var line = new CommandLine(new WhenceCommand(console, window));
    commands(args).forEach((_, command) -> line.addSubcommand(command.get()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(console.out(), true, console.charset()));
    line.setErr(new PrintWriter(console.err(), true, console.charset()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(this::misunderstood);
    line.setExecutionExceptionHandler(this::failed);
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      return bug(e);
    }
  }

  /// The commands: the one that is named, where one is, since to read the options of all of them
  /// takes a sixth of a start.
  private Map<String, Supplier<Object>> commands(String... args) {
    var all = new LinkedHashMap<String, Supplier<Object>>();
    all.put("check", () -> new CheckCommand(console));
    all.put("demo", () -> new DemoCommand(console, window));
    all.put("batch", () -> new BatchCommand(console));
    all.put("watch", () -> new WatchCommand(console));
    all.put("history", () -> new HistoryCommand(console));
    all.put("resolvers", () -> new ResolversCommand(console));
    if (args.length > 0 && all.containsKey(args[0])) {
      all.keySet().retainAll(Set.of(args[0]));
    }
    return all;
  }

  private int misunderstood(ParameterException e, String[] args) {
    var command = e.getCommandLine().getCommandSpec().qualifiedName();
    var why =
        String.valueOf(e.getMessage())
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst(" is not an? (int|long)$", " is no whole number");
    console.tell(why + "; see '" + command + " --help'");
    return ExitStatus.USAGE;
  }

  private int failed(Exception e, CommandLine line, @Nullable ParseResult parsed) {
    if (parsed != null && isDebugging(parsed)) {
      console.trace(e);
    }
    return switch (e) {
      case CommandException expected -> {
        console.tell(Objects.requireNonNull(expected.getMessage()));
        yield expected.status();
      }
      case BrokenPipe _ -> ExitStatus.IO;
      case FileProblem problem -> {
        console.tell(Objects.requireNonNull(problem.getMessage()));
        yield ExitStatus.IO;
      }
      case ReportProblem problem -> {
        console.tell("--format: " + problem.getMessage());
        yield ExitStatus.IO;
      }
      case IOException io -> {
        console.tell("output: " + io.getMessage() + "; choose another file or free some space");
        yield ExitStatus.IO;
      }
      case InterruptedException _ -> {
        console.tell("stopped");
        yield ExitStatus.IO;
      }
      default -> bug(e);
    };
  }

  /// What should never be thrown, but for a lack of memory.
  private int bug(Throwable thrown) {
    console.tell(
        MemoryWording.of(thrown)
            .orElse(
                "internal error: "
                    + thrown
                    + "; this is a bug: run again with --debug and report it"));
    return ExitStatus.IO;
  }

  private static boolean isDebugging(ParseResult parsed) {
    var innermost = parsed;
    while (innermost.hasSubcommand()) {
      innermost = innermost.subcommand();
    }
    return innermost.hasMatchedOption("--debug");
  }
}
