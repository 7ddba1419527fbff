package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// History and watch on the command line.
@Timeout(120)
final class HistoryCliTest {
  @TempDir Path folder;
  private String zone = "";
  private String database = "";

  @BeforeEach
  void files() throws IOException {
    var records =
        """
        10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.
        mail.example. 300 IN A 192.0.2.10
        """;
    zone = Files.writeString(folder.resolve("a.zone"), records).toString();
    database = folder.resolve("history.db").toString();
  }

  private Shell.Run check(String input) {
    return Shell.run("check", input, "--zone", zone, "--history-file", database);
  }

  private Shell.Run history(String... arguments) {
    var all = new ArrayList<>(List.of("history"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--history-file", database));
    return Shell.run(all.toArray(String[]::new));
  }

  @Test
  void nothingIsRememberedUnasked() {
    Shell.run("check", "192.0.2.10", "--zone", zone);

    assertThat(Path.of(database)).doesNotExist();
  }

  @Test
  void addressThatWasSeenBeforeIsMarkedAndFound() throws IOException {
    assertThat(check("192.0.2.10").out()).doesNotContain("seen before");

    var log = Files.writeString(folder.resolve("mail.log"), "client 192.0.2.10 again");
    var again = check(log.toString());

    assertThat(again.status()).isZero();
    assertThat(again.out())
        .contains("seen before", "address 192.0.2.10", "other cases: 1, the last on");
    var found = history("search", "mail.exam");
    assertThat(found.out().lines()).hasSize(2).allMatch(line -> line.contains("iprev=pass"));
    assertThat(history("search", "198.51.100.1").out()).isEmpty();
  }

  @Test
  void brokenDatabaseCostsTheHistoryAndNotTheCase() throws IOException {
    Files.writeString(Path.of(database), "no database".repeat(999));

    var run = check("192.0.2.10");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("mail.example");
    assertThat(run.err())
        .isEqualTo(
            "whence: history: "
                + database
                + ": is no database; name another file, or move it away; the case is not"
                + " remembered\n");
    assertThat(history("search", "x").status()).isEqualTo(4);
  }

  @Test
  void exportIsAnObjectALine() {
    check("192.0.2.10");

    var out = history("export").out();

    assertThat(out.lines()).hasSize(1);
    assertThat(out)
        .contains("\"name\":\"192.0.2.10\"", "{\"kind\":\"name\",\"value\":\"mail.example\"}");
  }

  @Test
  void wipeForgetsWhenItIsMeant() {
    check("192.0.2.10");

    assertThat(history("wipe").status()).isEqualTo(2);
    assertThat(history("search").out().lines()).hasSize(1);
    assertThat(history("wipe", "--yes").status()).isZero();
    assertThat(history("search").out()).isEmpty();
  }

  @Test
  void retentionIsSetAndTold() {
    assertThat(history("retention").out()).isEqualTo("forever\n");
    assertThat(history("retention", "30").out()).isEqualTo("30 days\n");
    assertThat(history("retention", "forever").out()).isEqualTo("forever\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "history | search",
        "history retention soon | soon",
        "history search --most 0 | --most",
        "watch | DIR",
        "watch in -o out -f docx | docx",
        "watch in | --output"
      })
  void misuseEndsWith2AndOneLine(String command, String names) {
    var run = Shell.run(command.split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("whence: ").contains(names).hasLineCount(1);
  }

  @Test
  void watchMakesCasesAndRemembersThem() throws IOException {
    var from = Files.createDirectory(folder.resolve("in"));
    var to = folder.resolve("out");
    Files.writeString(from.resolve("a.txt"), "192.0.2.10");
    Files.writeString(from.resolve("b.txt"), "nothing to see");

    var run = Shell.watch(from, to, "-f", "json,text", "--zone", zone, "--history-file", database);

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err().lines()).hasSize(2).anyMatch(line -> line.contains("a.txt: done"));
    assertThat(run.out()).isEmpty();
    assertThat(to.resolve("failed/b.txt")).exists();
    assertThat(history("search", "a.txt").out().lines()).hasSize(1);
  }
}
