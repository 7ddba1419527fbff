package org.whence.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.whence.RealServers;

/// Runs the program at a real terminal of its own, where somebody types.
final class PseudoTerminal {
  /// Types keys once a text was seen there, and prints all that was, and how the command ended.
  private static final String TERMINAL =
      """
      import os, pty, signal, sys
      text, keys = sys.argv[1].encode(), sys.argv[2].encode()
      pid, terminal = pty.fork()
      if pid == 0:
          # Ignored where tests run in the background, and whoever is started inherits that.
          signal.signal(signal.SIGINT, signal.SIG_DFL)
          os.execv(sys.argv[3], sys.argv[3:])
      seen, typed = b"", not text
      while True:
          try:
              part = os.read(terminal, 65536)
          except OSError:
              break
          if not part:
              break
          seen += part
          if not typed and text in seen:
              os.write(terminal, keys)
              typed = True
      _, status = os.waitpid(pid, 0)
      sys.stdout.buffer.write(seen)
      sys.exit(os.waitstatus_to_exitcode(status))
      """;

  private PseudoTerminal() {}

  /// How it ended, and all that was seen.
  record Seen(int status, String text) {}

  /// @param at what is waited for before the keys are typed; empty where none are
  static Seen run(String at, String keys, String... arguments)
      throws IOException, InterruptedException {
    var python = RealServers.require("python3").toString();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command = new ArrayList<>(List.of(python, "-c", TERMINAL, at, keys, java));
    command.addAll(List.of("-cp", classes, "org.whence.Whence"));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Seen(process.waitFor(), text);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
