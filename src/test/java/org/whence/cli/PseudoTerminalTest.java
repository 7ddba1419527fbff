package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.RealServers;
import org.whence.dns.ScriptedServer;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.Rcode;

/// A long list at a real terminal: its progress, `Ctrl-C` as the terminal sends it, and the run
/// that goes on.
@Timeout(300)
final class PseudoTerminalTest {
  private static final int ADDRESSES = 250;

  /// Runs a command at a terminal of its own, presses Ctrl-C once a text was seen there, and prints
  /// all that was, and how the command ended.
  private static final String TERMINAL =
      """
      import os, pty, signal, sys
      text = sys.argv[1].encode()
      pid, terminal = pty.fork()
      if pid == 0:
          # Ignored where tests run in the background, and whoever is started inherits that.
          signal.signal(signal.SIGINT, signal.SIG_DFL)
          os.execv(sys.argv[2], sys.argv[2:])
      seen, pressed = b"", not text
      while True:
          try:
              part = os.read(terminal, 65536)
          except OSError:
              break
          if not part:
              break
          seen += part
          if not pressed and text in seen:
              os.write(terminal, b"\\x03")
              pressed = True
      _, status = os.waitpid(pid, 0)
      sys.stdout.buffer.write(seen)
      sys.exit(os.waitstatus_to_exitcode(status))
      """;

  @TempDir Path folder;

  private record Seen(int status, String text) {}

  private Seen atTerminal(String pressAt, String... arguments)
      throws IOException, InterruptedException {
    var python = RealServers.require("python3").toString();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command = new ArrayList<>(List.of(python, "-c", TERMINAL, pressAt, java));
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

  /// Every line but the second is an address.
  private static String list() {
    return IntStream.rangeClosed(1, ADDRESSES + 1)
        .mapToObj(i -> i == 2 ? "192.0.513" : "192.0.2." + (i % 256) + "\n203.0.113." + i % 256)
        .limit(ADDRESSES / 2 + 1)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void progressIsSeenAndWhatIsDoneIsKeptAndGoneOnWith() throws Exception {
    var list = Files.writeString(folder.resolve("list.txt"), list());
    var file = folder.resolve("rows.csv");
    // Queries that a slow machine sends again are answered as well.
    var plays = Collections.nCopies(100 * ADDRESSES, ScriptedServer.rcode(Rcode.NXDOMAIN));
    try (var server = ScriptedServer.start(plays.toArray(Play[]::new))) {
      String[] check = {
        "check", list.toString(), "-r", server.uri("udp"), "--rate", "20", "-o", file.toString()
      };

      var stopped = atTerminal(" a second, ", check);

      assertThat(stopped.status()).isEqualTo(ExitStatus.STOPPED);
      assertThat(stopped.text())
          .containsPattern("\\d+ of 250 addresses, \\d+ a second, \\d+ (s|min|h) (\\d+ \\w+ )?left")
          .contains("list.txt: line 3, column 1: 192.0.513 is no address")
          .containsPattern("whence: stopped: \\d+ of 250 addresses are done")
          .contains("--resume");
      var kept = Files.readAllLines(file);
      assertThat(kept).hasSizeBetween(2, ADDRESSES);
      assertThat(kept.subList(1, kept.size())).allMatch(row -> row.contains(",permerror,no-ptr,"));

      var arguments = new ArrayList<>(List.of(check));
      arguments.set(arguments.indexOf("20"), "1000000");
      arguments.add("--resume");
      var rest = atTerminal("", arguments.toArray(String[]::new));

      assertThat(rest.status()).as(rest.text()).isEqualTo(1);
      var rows = Files.readAllLines(file);
      assertThat(rows).hasSize(ADDRESSES + 1).startsWith(kept.toArray(String[]::new));
      assertThat(rows).doesNotHaveDuplicates();
    }
  }
}
