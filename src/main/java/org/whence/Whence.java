package org.whence;

import java.io.IOException;
import java.nio.file.Path;
import org.whence.cli.Cli;
import org.whence.cli.Console;
import org.whence.gui.Gui;

/// The way in: the command line, or the window that it opens.
///
/// This is no `Application` of JavaFX: a launcher that is one would need the toolkit before it
/// could say that there is no display.
public final class Whence {
  /// Set to `true` by the launcher that desktops start: what follows is a file, not a command.
  private static final String WINDOW = "whence.window";

  private Whence() {}

  /// Runs the command line and ends the process with its exit status.
  ///
  /// @param args see `whence --help`
  public static void main(String[] args) {
    Logging.quiet(args);
    var console = Console.ofProcess();
    var file = Boolean.getBoolean(WINDOW) && args.length > 0;
    var status =
        file
            ? new Cli(console, _ -> Gui.open(Path.of(args[0]))).run()
            : new Cli(console, Whence::open).run(args);
    System.exit(status);
  }

  private static void open(Cli.Opening how) throws IOException {
    switch (how) {
      case EMPTY -> Gui.open(Gui.Opening.EMPTY);
      case SAMPLE -> Gui.open(Gui.Opening.SAMPLE);
      case PRIVATE -> Gui.open(Gui.Opening.PRIVATE);
    }
  }
}
