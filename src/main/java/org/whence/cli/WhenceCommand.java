package org.whence.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.whence.investigation.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/// `whence`: opens the window.
@Command(
    name = "whence",
    description = "Tells where a suspicious mail really came from, and proves it.",
    synopsisSubcommandLabel = "[COMMAND]",
    mixinStandardHelpOptions = true,
    versionProvider = WhenceCommand.VersionLine.class,
    footer = {
      "",
      "Without a command it opens the window.",
      "Exit status: 0 nothing failed; 1 something failed; 2 usage; 3 nothing failed,",
      "but something could not be told; 4 input or output could not be read or written."
    })
final class WhenceCommand implements Callable<Integer> {
  private final Console console;
  private final Cli.Window window;

  @Option(
      names = "--private",
      description = "open the window for a private session: nothing in it is remembered")
  boolean quiet;

  WhenceCommand(Console console, Cli.Window window) {
    this.console = console;
    this.window = window;
  }

  @Override
  public Integer call() throws CommandException {
    if (!console.display()) {
      throw refused("no display to open the window on");
    }
    try {
      window.open(quiet ? Cli.Opening.PRIVATE : Cli.Opening.EMPTY);
    } catch (IOException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
    return ExitStatus.OK;
  }

  private static CommandException refused(String why) {
    return new CommandException(ExitStatus.IO, why + "; use 'whence check INPUT' instead");
  }

  /// What `--version` prints.
  static final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"whence " + Version.current()};
    }
  }
}
