package org.whence.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs a command line in process and keeps what it printed.
final class Shell {
  private Shell() {}

  /// @param opened how the window was opened, each time
  record Run(int status, String out, String err, List<Cli.Opening> opened) {}

  static Run run(String... args) {
    return run("", false, args);
  }

  static Run runWith(String input, String... args) {
    return run(input, false, args);
  }

  static Run runWithDisplay(String... args) {
    return run("", true, args);
  }

  static Run runIn(Map<String, String> environment, String... args) {
    return run("", false, environment, args);
  }

  /// Has what lies in a folder investigated, once and at once.
  static Run watch(Path from, Path to, String... options) {
    var args = List.of("watch", from.toString(), "-o", to.toString(), "--once", "--settle", "1ms");
    return run(Stream.concat(args.stream(), Stream.of(options)).toArray(String[]::new));
  }

  private static Run run(String input, boolean display, String... args) {
    return run(input, display, Map.of(), args);
  }

  private static Run run(
      String input, boolean display, Map<String, String> environment, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var opened = new ArrayList<Cli.Opening>();
    var console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            false,
            false,
            display,
            environment);
    var status = new Cli(console, opened::add).run(args);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), opened);
  }
}
