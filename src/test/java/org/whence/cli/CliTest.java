package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.investigation.Version;

/// The command line in process: what it prints, where, and what it ends with.
final class CliTest {
  private static final String ZONE =
      """
      10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.org.
      mail.example.org. 300 IN A 192.0.2.10
      11.2.0.192.in-addr.arpa. 3600 IN PTR wrong.example.org.
      wrong.example.org. 300 IN A 192.0.2.99
      """;

  @TempDir Path folder;
  private Path zone = Path.of("");
  private Path recording = Path.of("");

  @BeforeEach
  void files() throws IOException {
    zone = Files.writeString(folder.resolve("a.zone"), ZONE);
    recording =
        Files.writeString(
            folder.resolve("a.dns.jsonl"),
            """
            {"name":"10.2.0.192.in-addr.arpa","type":"PTR","outcome":"timeout"}
            """);
  }

  @Test
  void passEndsWith0() {
    var run = Shell.run("check", "192.0.2.10", "--zone", zone.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("192.0.2.10", "mail.example.org", "pass");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.11", "192.0.2.12"})
  void failureEndsWith1(String address) {
    assertThat(Shell.run("check", address, "--zone", zone.toString()).status()).isEqualTo(1);
  }

  @Test
  void temporaryTroubleEndsWith3() {
    var run = Shell.run("check", "192.0.2.10", "--replay", recording.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("temperror");
  }

  @Test
  void offlineAsksNothingAndEndsWith0() {
    var run = Shell.run("check", "192.0.2.10", "--offline");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check | INPUT",
        "check 192.0.2.1 --nonsense | --nonsense",
        "check --spf example.org | --ip",
        "check 192.0.2.1 --spf example.org --ip 192.0.2.1 | --spf",
        "check 192.0.2.1 --timeout soon | no duration",
        "check 192.0.2.1 --tries 0 | --tries",
        "check 192.0.2.1 --tries x | 'x' is no whole number",
        "check 192.0.2.1 --without-hop 0 | --without-hop: 0 is no hop; the oldest is 1",
        "check 192.0.2.1 --enrich origin --enrich x | --enrich: 'x' is no source",
        "check 192.0.2.1 --at yesterday | no instant",
        "check 192.0.2.1 --ip 192.0.513 | no IP address",
        "check 192.0.2.1 -f docx | --format",
        "check 192.0.2.1 --offline -r google | exclude",
        "check 192.0.2.1 -r nosuch | nosuch",
        "check 192.0.2.1 -r udp://nowhere:x | udp://nowhere:x",
        "check 192.0.2.1 192.0.2.2 --offline -f html | html",
        "check 192.0.2.1 --offline --redact -o case.whence | --redact",
        "check list --offline --redact --resume -o rows.csv | --redact",
        "check 192.0.2.1 --offline -f nonsense -o a.pdf -o b.html | nonsense",
        "nonsense | nonsense"
      })
  void misuseEndsWith2AndOneLine(String command, String names) {
    var run = Shell.run(command.split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("whence: ").contains(names);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.513",
        "192.0.2",
        "",
        "  ",
        "nothing here",
        "/no/such/file",
        "mail.example.org"
      })
  void inputThatIsNoneEndsWith4AndOneLine(String input) {
    var run = Shell.run("check", input, "--offline");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void filesThatCannotBeReadEndWith4AndOneLineEach() throws IOException {
    var empty = Files.createFile(folder.resolve("empty.eml"));
    var binary = Files.write(folder.resolve("binary.eml"), new byte[4096]);

    var nothing = Files.createDirectory(folder.resolve("nothing"));

    for (var file : new Path[] {nothing, empty, binary, folder.resolve("missing.eml")}) {
      var run = Shell.run("check", file.toString(), "--offline");

      assertThat(run.status()).as(file.toString()).isEqualTo(4);
      assertThat(run.err().lines()).as(file.toString()).hasSize(1);
      assertThat(run.err()).contains(file.getFileName().toString());
    }
  }

  @Test
  void otherInputsAreDoneWhereOneCannotBeRead() {
    var run = Shell.run("check", "192.0.513", "192.0.2.10", "--zone", zone.toString());

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out()).contains("mail.example.org");
  }

  @Test
  void zoneAndRecordingThatCannotBeReadEndWith4() throws IOException {
    var damaged = Files.writeString(folder.resolve("damaged.zone"), "a b c d (\n");

    assertThat(Shell.run("check", "192.0.2.1", "--zone", "/no/zone").status()).isEqualTo(4);
    assertThat(Shell.run("check", "192.0.2.1", "--replay", "/no/file").status()).isEqualTo(4);
    assertThat(Shell.run("check", "192.0.2.1", "--zone", damaged.toString()).status()).isEqualTo(4);
  }

  @Test
  void domainIsJudgedWithoutAMessage() throws IOException {
    var policy =
        Files.writeString(
            folder.resolve("policy.zone"),
            """
            example.org. 60 IN TXT "v=spf1 exists:%{l}.%{i}.ok.example.org -all"
            ann.192.0.2.10.ok.example.org. 60 IN A 127.0.0.2
            """);
    var args = new String[] {"check", "--spf", "example.org", "--zone", policy.toString(), "--ip"};

    var pass = Shell.run(with(args, "192.0.2.10", "--mail-from", "ann@other.example"));
    var fail = Shell.run(with(args, "192.0.2.10"));

    assertThat(pass.status()).isZero();
    assertThat(pass.out())
        .contains("policy of example.org", "ann.192.0.2.10.ok.example.org", "SPF pass");
    assertThat(fail.status()).isEqualTo(1);
    assertThat(fail.out()).contains("postmaster.192.0.2.10.ok.example.org", "SPF fail");
  }

  static String[] with(String[] args, String... more) {
    return java.util.stream.Stream.of(args, more)
        .flatMap(java.util.stream.Stream::of)
        .toArray(String[]::new);
  }

  @Test
  void restOfARecordIsEvaluatedWhereAskedFor() throws IOException {
    var policy =
        Files.writeString(
            folder.resolve("policy.zone"),
            """
            example.org. 60 IN TXT "v=spf1 ip4:192.0.2.10 a:late.example.org -all"
            late.example.org. 60 IN A 192.0.2.99
            """);
    var args =
        new String[] {
          "check", "--spf", "example.org", "--zone", policy.toString(), "--ip", "192.0.2.10"
        };

    assertThat(Shell.run(args).out()).contains("not reached, ip4:192.0.2.10 matched before");
    assertThat(Shell.run(with(args, "--spf-rest")).out())
        .contains("A late.example.org", "evaluated after the decision", "look-ups 0 / 10")
        .contains("SPF pass");
  }

  @Test
  void standardInputHoldsAnythingThatOneMayPaste() {
    var run =
        Shell.runWith(
            "> 192[.]0[.]2[.]10\n> 192.0.2.11\n", "check", "-", "--zone", zone.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("mail.example.org", "wrong.example.org");
  }

  @Test
  void recordingReplaysToTheSameVerdict() {
    var kept = folder.resolve("kept.dns.jsonl");

    var first =
        Shell.run("check", "192.0.2.11", "--zone", zone.toString(), "--record", kept.toString());
    var again = Shell.run("check", "192.0.2.11", "--replay", kept.toString());

    assertThat(again.status()).isEqualTo(first.status()).isEqualTo(1);
    assertThat(again.out()).contains("does not lead back", "wrong.example.org");
  }

  @Test
  void outputFileGetsTheFormatOfItsEnding() throws IOException {
    var html = folder.resolve("case.html");
    var json = folder.resolve("case.json");

    Shell.run("check", "192.0.2.10", "--zone", zone.toString(), "-o", html.toString());
    Shell.run("check", "192.0.2.10", "--zone", zone.toString(), "-o", json.toString());

    assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>");
    assertThat(Files.readString(json)).startsWith("{");
  }

  @Test
  void severalOutputsAreEachWrittenInTheirFormat() throws IOException {
    var files =
        Stream.of("case.txt", "case.md", "case.svg", "case.json").map(folder::resolve).toList();
    var arguments =
        new ArrayList<>(
            List.of("check", "192.0.2.10", "--zone", zone.toString(), "--without-exchanges"));
    files.forEach(file -> arguments.addAll(List.of("-o", file.toString())));

    var run = Shell.run(arguments.toArray(String[]::new));

    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(files.get(0))).contains("PTR");
    assertThat(Files.readString(files.get(1)))
        .startsWith("# ")
        .contains("Left out")
        .doesNotContain("QUESTION SECTION");
    assertThat(Files.readString(files.get(2))).startsWith("<?xml").contains("<svg");
    assertThat(Files.readString(files.get(3))).startsWith("{\"whence\"");
  }

  @Test
  void outputThatCannotBeWrittenEndsWith4() {
    var run =
        Shell.run("check", "192.0.2.10", "--zone", zone.toString(), "-o", "/no/such/folder/x.json");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void colourComesOnlyWhereItIsAskedFor() {
    assertThat(Shell.run("check", "192.0.2.10", "--zone", zone.toString()).out())
        .doesNotContain("\u001b");
    assertThat(Shell.run("check", "192.0.2.10", "--zone", zone.toString(), "--color=always").out())
        .contains("\u001b[");
  }

  @Test
  void demoWithoutDisplayPrintsTheSampleAndEndsWith0() {
    var run = Shell.run("demo");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("198.51.100.61", "permerror", "temperror", "pass", "fail");
    assertThat(run.opened()).isEmpty();
  }

  @Test
  void demoWithDisplayOpensTheWindow() {
    assertThat(Shell.runWithDisplay("demo").opened()).containsExactly(Cli.Opening.SAMPLE);
  }

  @Test
  void withoutCommandTheWindowOpensWhereThereIsADisplay() {
    assertThat(Shell.runWithDisplay().opened()).containsExactly(Cli.Opening.EMPTY);
  }

  @Test
  void privateSessionIsAskedForByItsOption() {
    assertThat(Shell.runWithDisplay("--private").opened()).containsExactly(Cli.Opening.PRIVATE);
  }

  @Test
  void withoutDisplayTheWindowIsRefusedInOneLine() {
    var run = Shell.run();

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("whence check");
  }

  @Test
  void versionIsPrinted() {
    var run = Shell.run("--version");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("whence " + Version.current() + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "demo", "batch", "watch", "history", "resolvers"})
  void everyCommandExplainsItself(String command) {
    assertThat(Shell.run("--help").out().lines().map(String::strip))
        .anyMatch(line -> line.startsWith(command + " "));

    var run = Shell.run(command, "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Usage: whence " + command);
  }

  @Test
  void resolversAreListedByName() {
    assertThat(Shell.run("resolvers").out()).contains("system", "google", "cloudflare", "quad9");
  }

  @Test
  void terminalCommandsFromTheInputDoNotReachTheTerminal() {
    var run = Shell.run("check", "\u001b[31mred\u202e", "--offline");

    assertThat(run.err()).doesNotContain("\u001b", "\u202e");
    assertThat(run.err().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
  }
}
