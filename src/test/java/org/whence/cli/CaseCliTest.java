package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.casefile.CaseFile;
import org.whence.casefile.CaseReader;
import org.whence.casefile.CaseWriter;
import org.whence.casefile.Notes;
import org.whence.chain.ChainListener;
import org.whence.fetch.Fetched;
import org.whence.investigation.Investigator;

/// Cases on the command line: written by `-o`, and checked like anything else.
final class CaseCliTest {
  @TempDir Path folder;
  private String zone = "";
  private String kept = "";

  @BeforeEach
  void files() throws IOException {
    zone = zone("mail.example", "192.0.2.10");
    kept = folder.resolve("a.whence").toString();
  }

  private String zone(String name, String address) throws IOException {
    var file =
        Files.writeString(
            folder.resolve(name + "-" + address + ".zone"),
            """
            10.2.0.192.in-addr.arpa. 3600 IN PTR %s.
            %s. 300 IN A %s
            """
                .formatted(name, name, address));
    return file.toString();
  }

  private Shell.Run keep() {
    return Shell.run("check", "192.0.2.10", "--zone", zone, "-o", kept);
  }

  /// All but who was asked, and when.
  private static String results(String json) {
    return json.replaceFirst("\"parameters\":.*?\"(?=hops)", "");
  }

  @Test
  void listIsACaseBesideItsRowsAndGivesThemAgain() throws IOException {
    var list =
        Files.writeString(folder.resolve("list.txt"), "192.0.2.10\n192.0.2.11\n192.0.2.10\n");
    var rows = folder.resolve("rows.csv");

    var made =
        Shell.run("check", list.toString(), "--zone", zone, "-o", kept, "-o", rows.toString());
    var again = Shell.run("check", kept, "-f", "csv");

    assertThat(made.err()).isEmpty();
    assertThat(again.out()).isEqualTo(Files.readString(rows)).contains("192.0.2.10,1,2,pass,");
    assertThat(CaseReader.read(Path.of(kept)).input().text()).isEqualTo(Files.readString(list));
  }

  /// A list with the answers of a server over HTTPS whose clock was 47 seconds behind.
  private Path longList(Path recording) throws IOException {
    Files.write(
        recording,
        IntStream.range(0, 250)
            .mapToObj(i ->
                """
                {"name":"%d.2.0.192.in-addr.arpa","type":"PTR","outcome":"nxdomain","response":"AAAA",\
                "server":"https://192.0.2.53/","asked":"2026-11-23T12:00:00.400Z","ms":20,\
                "date":"2026-11-23T11:59:13Z"}\
                """
                    .formatted(i))
            .toList());
    return Files.write(
        folder.resolve("long.txt"),
        IntStream.range(0, 300).mapToObj(i -> "192.0.2.%d".formatted(i % 250)).toList());
  }

  @Test
  void longListIsACaseThatGivesItsRowsAgainAndTellsOfTheClock() throws IOException {
    var recording = folder.resolve("long.dns.jsonl");
    var list = longList(recording);
    var rows = folder.resolve("rows.csv");

    var made =
        Shell.run(
            "check",
            list.toString(),
            "--replay",
            recording.toString(),
            "-o",
            kept,
            "-o",
            rows.toString());

    assertThat(made.err()).isEmpty();
    assertThat(Files.readAllLines(rows)).hasSize(251);
    var read = CaseReader.read(Path.of(kept));
    assertThat(read.damages()).isEmpty();
    assertThat(read.input().text()).isEqualTo(Files.readString(list));
    assertThat(read.provenance().clockOffset().orElseThrow().ahead())
        .isCloseTo(Duration.ofSeconds(47), Duration.ofSeconds(1));
    assertThat(read.provenance().stopped()).isFalse();
    assertThat(Shell.run("check", kept, "-f", "csv").out()).isEqualTo(Files.readString(rows));
    assertThat(Shell.run("check", kept).out()).contains("ahead (within ");
    // A line an address, as the list has it, and not one object of them all.
    assertThat(Shell.run("check", kept, "-f", "json").out().lines()).hasSize(250);
  }

  @Test
  void longListIsACaseAlsoWithoutRowsBesideIt() throws IOException {
    var recording = folder.resolve("long.dns.jsonl");
    var list = longList(recording);

    var made = Shell.run("check", list.toString(), "--replay", recording.toString(), "-o", kept);
    var taken = Shell.run("check", list.toString(), "--replay", recording.toString(), "-o", kept);

    assertThat(made.out() + made.err()).isEmpty();
    assertThat(made.status()).isEqualTo(1);
    assertThat(CaseReader.read(Path.of(kept)).damages()).isEmpty();
    assertThat(taken.err().lines()).singleElement().asString().contains("is there already");
    assertThat(taken.status()).isEqualTo(4);
  }

  @Test
  void documentInACaseIsToldWithWhomItWasAskedOfAndWhen() throws Exception {
    keep();
    var read = CaseReader.read(Path.of(kept));
    var came =
        new Fetched.Came.Content(
            200, "mode: enforce\n".getBytes(StandardCharsets.US_ASCII), true, Optional.empty());
    var reply =
        new Fetched.Reply(
            InetAddress.getByName("192.0.2.10"),
            Instant.parse("2026-11-23T12:00:00Z"),
            Duration.ofMillis(3),
            came);
    var document = new Fetched("https://mail.example/policy", Optional.of(reply));
    try (var resolution = read.resolution("a", InstantSource.system())) {
      var investigator = new Investigator(resolution, InstantSource.system(), read.options());
      var found = investigator.investigate(read.input(), ChainListener.NONE);
      var heard = new CaseFile.Heard(true, read.recording(), read.keys());
      var grown = CaseFile.of(investigator.known(List.of(document), found), heard, Notes.NONE);
      CaseWriter.save(grown, Path.of(kept), true, InstantSource.system());
    }

    var text = Shell.run("check", kept).out();
    var json = Shell.run("check", kept, "-f", "json").out();
    var compared = Shell.run("check", kept, "--compare", "--zone", zone);

    assertThat(text)
        .contains(
            "document https://mail.example/policy",
            "mail.example was asked at 192.0.2.10, 2026-11-23T12:00:00Z",
            "mode: enforce",
            came.sha256());
    assertThat(json)
        .contains("\"documents\":[{\"uri\":\"https://mail.example/policy\"", came.sha256());
    assertThat(compared.status()).isZero();
  }

  @Test
  void caseGivesTheSameResultsWithoutAnyResolver() {
    var made = keep();
    var json = Shell.run("check", "192.0.2.10", "--zone", zone, "-f", "json");

    var again = Shell.run("check", kept, "-f", "json");

    assertThat(made.status()).isZero();
    assertThat(made.out()).isEmpty();
    assertThat(made.err()).isEmpty();
    assertThat(again.status()).isZero();
    assertThat(again.err()).isEmpty();
    assertThat(withoutTimes(results(again.out()))).isEqualTo(withoutTimes(results(json.out())));
    assertThat(again.out()).contains("recorded 20", "through zone mail.example-192.0.2.10.zone");
  }

  @Test
  void whatTheAnalystWroteIsInEveryReportOfTheCase() throws IOException {
    keep();
    var noted = folder.resolve("noted.whence");
    var words = Notes.NONE.withConclusion("Harmless.").withTags(List.of("4711"));
    CaseWriter.save(
        CaseReader.read(Path.of(kept)).withNotes(words), noted, false, InstantSource.system());

    var file = folder.resolve("noted.md");
    var run = Shell.run("check", noted.toString(), "-o", file.toString());

    assertThat(run.status()).isZero();
    assertThat(file).content().contains("> Harmless.", "> 4711");
    assertThat(Shell.run("check", noted.toString()).out()).contains("Conclusion\n    Harmless.");
    assertThat(Shell.run("check", noted.toString(), "-f", "json").out())
        .contains("\"conclusion\":\"Harmless.\"");
    assertThat(Shell.run("check", kept).out()).doesNotContain("Conclusion");
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("\"asked\":\"[^\"]*\"", "");
  }

  private static String withoutRun(String text) {
    return text.replaceFirst("Run .*", "");
  }

  @Test
  void failureThatWasRecordedFailsAgain() throws IOException {
    zone = zone("wrong.example", "192.0.2.99");

    assertThat(keep().status()).isEqualTo(1);
    assertThat(Shell.run("check", kept).status()).isEqualTo(1);
  }

  @Test
  void caseThatIsThereIsNotOverwritten() throws IOException {
    keep();
    var before = Files.readAllBytes(Path.of(kept));

    var again = keep();

    assertThat(again.status()).isEqualTo(4);
    assertThat(again.err()).contains("is there already").hasLineCount(1);
    assertThat(Path.of(kept)).hasBinaryContent(before);
  }

  @Test
  void caseIsComparedWithWhatIsSaidNow() throws IOException {
    keep();
    var now = zone("other.example", "192.0.2.10");

    var same = Shell.run("check", kept, "--compare", "--zone", zone);
    var changed = Shell.run("check", kept, "--compare", "--zone", now);

    assertThat(same.status()).isZero();
    assertThat(changed.status()).isEqualTo(1);
    assertThat(changed.out()).contains("other.example", "mail.example");
  }

  @Test
  void somebodyElseIsAskedWhereTheyAreNamed() throws IOException {
    keep();

    var asked = Shell.run("check", kept, "--zone", zone("wrong.example", "192.0.2.99"));

    assertThat(asked.status()).isEqualTo(1);
    assertThat(asked.out()).contains("wrong.example");
  }

  @Test
  void copyOfACaseIsTheCase() {
    keep();
    var copy = folder.resolve("b.whence").toString();

    assertThat(Shell.run("check", kept, "-o", copy).status()).isZero();
    assertThat(withoutRun(Shell.run("check", copy).out()))
        .isEqualTo(withoutRun(Shell.run("check", kept).out()));
  }

  @Test
  void recordingIsTakenOutOfACase() {
    keep();
    var recording = folder.resolve("out.dns.jsonl").toString();

    Shell.run("check", kept, "--record", recording);

    assertThat(Shell.run("check", "192.0.2.10", "--replay", recording).status()).isZero();
  }

  @Test
  void damageIsToldAndEndsWith4() throws IOException {
    keep();
    var octets = Files.readAllBytes(Path.of(kept));
    Files.write(Path.of(kept), Arrays.copyOf(octets, octets.length - 700));

    var run = Shell.run("check", kept);

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).contains("whence: a.whence: its part 'dns.jsonl' is damaged");
    assertThat(run.out()).contains("192.0.2.10");
  }

  @Test
  void fileThatIsOnlyCalledACaseIsRefusedInOneLine() throws IOException {
    Files.writeString(Path.of(kept), "192.0.2.10 192.0.2.11\n");

    for (var format : new String[] {"text", "json"}) {
      var run = Shell.run("check", kept, "-f", format, "--offline");
      assertThat(run.status()).isEqualTo(4);
      assertThat(run.err())
          .isEqualTo("whence: a.whence: is no case of Whence; check it under another name\n");
    }
  }

  @Test
  void casesInAFolderAreCheckedWithTheRest() throws IOException {
    keep();
    Files.writeString(folder.resolve("broken.whence"), "nothing");

    var run = Shell.run("check", folder.toString(), "--zone", zone);

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).contains("broken.whence: is no case");
    assertThat(run.out()).contains("mail.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--ip 192.0.2.1", "--at 2020-01-01T00:00:00Z", "--without spf"})
  void settingsBesideThoseOfTheCaseAreRefused(String option) {
    keep();
    var line = ("check " + kept + " " + option).split(" ", -1);

    var run = Shell.run(line);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("a case is judged by its own settings").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-f json", "--plan", "192.0.2.11"})
  void caseHoldsOneInvestigationAndNothingElse(String option) {
    var line = ("check 192.0.2.10 --offline -o " + kept + " " + option).split(" ", -1);

    var run = Shell.run(line);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("a case").hasLineCount(1);
    assertThat(Path.of(kept)).doesNotExist();
  }

  @Test
  void caseIsOneOfSeveralThingsToWrite() {
    var report = folder.resolve("a.html");

    var run = Shell.run("check", "192.0.2.10", "--zone", zone, "-o", kept, "-o", report.toString());

    assertThat(run.status()).isZero();
    assertThat(report).content().contains("mail[.]example");
    assertThat(Shell.run("check", kept).status()).isZero();
  }

  @Test
  void keysOfThenAreKeptInTheCase() throws IOException {
    var mail = Path.of("assets/sample/case.eml").toString();
    var recording = Path.of("assets/sample/case.dns.jsonl").toString();
    Shell.run("check", mail, "--replay", recording, "-o", kept);

    var made = Shell.run("check", mail, "--replay", recording);
    var again = Shell.run("check", kept);

    assertThat(tree(again.out())).isEqualTo(tree(made.out()));
  }

  private static String tree(String text) {
    return text.substring(text.indexOf("\n\n"));
  }

  @Test
  void sampleCaseIsWrittenAsOne() {
    assertThat(Shell.run("demo", "-o", kept).status()).isZero();
    assertThat(Shell.run("check", kept).out()).contains("Your account has been limited");
  }
}
