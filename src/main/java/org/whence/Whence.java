package org.whence;

import org.whence.cli.Cli;
import org.whence.cli.Console;
import org.whence.gui.Gui;

/// The way in: the command line, or the window that it opens.
///
/// This is no `Application` of JavaFX: a launcher that is one would need the toolkit before it
/// could say that there is no display.
public final class Whence {
  private Whence() {}

  /// Runs the command line and ends the process with its exit status.
  ///
  /// @param args see `whence --help`
  public static void main(String[] args) {
    Logging.quiet(args);
    var status = new Cli(Console.ofProcess(), Gui::open).run(args);
    System.exit(status);
  }
}
