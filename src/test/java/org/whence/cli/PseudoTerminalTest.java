package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.whence.dns.ScriptedServer;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.Rcode;

/// A long list at a real terminal: its progress, `Ctrl-C` as the terminal sends it, and the run
/// that goes on.
@Timeout(300)
final class PseudoTerminalTest {
  private static final int ADDRESSES = 250;

  @TempDir Path folder;

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

      var stopped = PseudoTerminal.run(" a second, ", "\u0003", check);

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
      var rest = PseudoTerminal.run("", "", arguments.toArray(String[]::new));

      assertThat(rest.status()).as(rest.text()).isEqualTo(1);
      var rows = Files.readAllLines(file);
      assertThat(rows).hasSize(ADDRESSES + 1).startsWith(kept.toArray(String[]::new));
      assertThat(rows).doesNotHaveDuplicates();
    }
  }

  /// A report that is there already, at a terminal where somebody answers.
  private PseudoTerminal.Seen answered(String answer) throws Exception {
    var zone = Files.writeString(folder.resolve("a.zone"), "a.example. 60 IN A 192.0.2.10\n");
    var file = folder.resolve("case.html").toString();
    var seen =
        PseudoTerminal.run(
            "[y/N]", answer, "check", "192.0.2.10", "--zone", zone.toString(), "-o", file);
    assertThat(seen.text()).contains("'" + file + "' is there already. Replace it? [y/N]");
    return seen;
  }

  @Test
  void whoSitsThereIsAskedBeforeAReportIsReplaced() throws Exception {
    var file = Files.writeString(folder.resolve("case.html"), "mine");

    var kept = answered("n\n");

    assertThat(kept.status()).isEqualTo(ExitStatus.IO);
    assertThat(kept.text()).contains("case.html: is there already, and was left; name another");
    assertThat(file).hasContent("mine");
    assertThat(answered("\u0004").status()).isEqualTo(ExitStatus.IO);
    assertThat(file).hasContent("mine");

    assertThat(answered("y\n").status()).isEqualTo(1);
    assertThat(file).content().startsWith("<!DOCTYPE html>");
  }
}
