package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `whence check --replay OLD --compare`: ask again, and what changed since.
final class CompareTest {
  private static final String OLD =
      """
      {"name":"10.2.0.192.in-addr.arpa","type":"PTR","outcome":"nxdomain","server":"udp://192.0.2.53:53"}
      """;
  private static final String NOW =
      """
      10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.org.
      mail.example.org. 300 IN A 192.0.2.10
      """;

  @TempDir Path folder;
  private Path old = Path.of("");
  private Path zone = Path.of("");

  @BeforeEach
  void files() throws IOException {
    old = Files.writeString(folder.resolve("old.dns.jsonl"), OLD);
    zone = Files.writeString(folder.resolve("now.zone"), NOW);
  }

  private Shell.Run compare(String... more) {
    var arguments =
        new ArrayList<>(List.of("check", "192.0.2.10", "--compare", "--replay", old.toString()));
    arguments.addAll(List.of(more));
    return Shell.run(arguments.toArray(String[]::new));
  }

  @Test
  void changesAreATreeWithVerdictsFirstAndStatus1() {
    var run = compare("--zone", zone.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
            Compared  something changed

            Verdicts that changed
              address 192.0.2.10  ✓ pass  mail.example.org leads back; was permerror: no PTR record

            192.0.2.10
            └─ ~ address 192.0.2.10  ✓ pass  mail.example.org leads back; was permerror: no PTR record
               └─ ~ IPREV 192.0.2.10  ✓ pass  mail.example.org leads back; was permerror: no PTR record
                  ├─ ~ PTR 10.2.0.192.in-addr.arpa
                  │     answer mail.example.org; was NXDOMAIN
                  │     asked zone:now.zone; was udp://192.0.2.53:53
                  └─ + name mail.example.org  ✓ pass  mail.example.org leads back
            """)
        .contains("Before", "recording old.dns.jsonl", "Now", "zone now.zone");
  }

  @Test
  void nothingChangedEndsWith0() throws IOException {
    Files.writeString(zone, "2.0.192.in-addr.arpa. 3600 IN TXT nothing\n");

    var run = compare("--zone", zone.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("nothing changed");
  }

  @Test
  void whatCannotBeToldEndsWith3() {
    var run = compare("-r", "udp://127.0.0.1:1", "--tries", "1", "--timeout", "1s");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("nothing changed as far as can be told", "? IPREV 192.0.2.10");
  }

  @Test
  void whatIsAskedNowCanBeRecorded() throws IOException {
    var now = folder.resolve("now.dns.jsonl");

    compare("--zone", zone.toString(), "--record", now.toString());

    assertThat(Files.readAllLines(now)).hasSize(3);
    assertThat(compare("--replay", now.toString(), "--zone", zone.toString()).status())
        .isEqualTo(2);
    var again =
        Shell.run(
            "check",
            "192.0.2.10",
            "--compare",
            "--replay",
            now.toString(),
            "--zone",
            zone.toString());
    assertThat(again.status()).isZero();
  }

  @Test
  void jsonHasStableWords() {
    var json = compare("--zone", zone.toString(), "-f", "json").out();

    assertThat(json.lines()).hasSize(1);
    assertThat(json)
        .contains(
            "\"result\":\"changed\"",
            "\"before\":{\"resolver\":\"recording old.dns.jsonl\"",
            "\"verdicts\":[{\"pathBefore\":\"0.0\",\"path\":\"0.0\",\"topic\":\"case.address\"",
            "\"kind\":\"added\"",
            "{\"kind\":\"answer\",\"before\":{\"outcome\":\"nxdomain\",\"records\":[]},"
                + "\"after\":{\"outcome\":\"answer\","
                + "\"records\":[\"10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.org.\"]}}");
  }

  @Test
  void pageIsWritten() throws IOException {
    var page = folder.resolve("changes.html");

    compare("--zone", zone.toString(), "-o", page.toString());

    assertThat(page)
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("Verdicts that changed", "was permerror: no PTR record");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check 192.0.2.10 --compare",
        "check 192.0.2.10 --compare -r system",
        "check 192.0.2.10 --compare --replay x --offline",
        "check 192.0.2.10 --compare --replay x --zone a -r system"
      })
  void misuseEndsWith2AndOneLine(String command) {
    var run = Shell.run(command.split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("--compare");
  }

  @Test
  void recordingThatIsNotThereEndsWith4() {
    var run = Shell.run("check", "192.0.2.10", "--compare", "--replay", "/no/file");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err().lines()).hasSize(1);
  }
}
