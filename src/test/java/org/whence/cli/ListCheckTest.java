package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.dns.ScriptedServer;

/// Lists on the command line: a row an address, in order, and a second run that goes on.
@Timeout(120)
final class ListCheckTest {
  private static final String ZONE =
      """
      10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.org.
      mail.example.org. 300 IN A 192.0.2.10
      11.2.0.192.in-addr.arpa. 3600 IN PTR wrong.example.org.
      wrong.example.org. 300 IN A 192.0.2.99
      """;
  private static final String HEADER =
      "ip,line,count,result,reason,names,confirmed,queries,asked,hop,believed,fromHelo,fromRdns,by,"
          + "with,tlsVersion,date,delayMs,note\r\n";

  @TempDir Path folder;
  private Path zone = Path.of("");
  private Path list = Path.of("");

  @BeforeEach
  void files() throws IOException {
    zone = Files.writeString(folder.resolve("a.zone"), ZONE);
    list =
        Files.writeString(
            folder.resolve("list.txt"),
            "192.0.2.11\n192.0.513\n192.0.2.10 192.0.2.11\n\n192.0.2.12\n");
  }

  private Shell.Run check(String... more) {
    var arguments =
        new java.util.ArrayList<>(List.of("check", list.toString(), "--zone", zone.toString()));
    arguments.addAll(List.of(more));
    return Shell.run(arguments.toArray(String[]::new));
  }

  /// Rows without the time, which differs from run to run, and what is told of hops behind it.
  private static List<String> rows(String csv) {
    return csv.lines().map(row -> row.replaceAll("(,[^,]*){11}$", "")).toList();
  }

  @Test
  void listBecomesARowAnAddressInOrder() {
    var run = check("-f", "csv");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith(HEADER).endsWith("\r\n");
    assertThat(rows(run.out()))
        .containsExactly(
            "ip,line,count,result,reason,names,confirmed,queries",
            "192.0.2.11,1,2,fail,mismatch,wrong.example.org,,3",
            "192.0.2.10,3,1,pass,confirmed,mail.example.org,mail.example.org,3",
            "192.0.2.12,5,1,permerror,no-ptr,,,1");
    assertThat(run.err().lines())
        .containsExactly(
            "whence: list.txt: line 2, column 1: 192.0.513 is no address: 3 numbers instead of 4");
  }

  @Test
  void listBecomesALineOfJsonAnAddress() {
    var run = check("-f", "json");

    assertThat(run.out().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"whence\":"));
    assertThat(run.out().lines().toList().getFirst())
        .contains("\"addresses\":[{\"ip\":\"192.0.2.11\"", "\"line\":1", "\"count\":2")
        .contains("\"result\":\"fail\"", "\"tree\":{", "\"sha256\":\"");
  }

  @Test
  void lineOfAListIsWhatTheAddressAloneWouldGive() {
    var ofList = check("-f", "json").out().lines().toList().get(1);
    var alone = Shell.run("check", "192.0.2.10", "--zone", zone.toString(), "-f", "json").out();

    assertThat(shape(ofList)).isEqualTo(shape(alone.strip()));
  }

  /// Without the input, and without times.
  private static String shape(String json) {
    return json.replaceAll("\"input\":\\{.*?\"problems\":\\[[^\\]]*\\]\\},", "")
        .replaceAll("list.txt", "192.0.2.10")
        .replaceAll("\\d{4}-[^\"]*Z", "T")
        .replaceAll("\"[a-zA-Z]*[mM]s\":\\d+", "ms");
  }

  @Test
  void oneAddressStaysOneObjectAndOneRow() throws IOException {
    Files.writeString(list, "192.0.2.10\n");

    assertThat(check("-f", "json").out().lines()).hasSize(1);
    assertThat(rows(check("-f", "csv").out()))
        .last()
        .isEqualTo("192.0.2.10,1,1,pass,confirmed,mail.example.org,mail.example.org,3");
  }

  @Test
  void standardInputAndSeveralInputsHaveOneHeader() {
    var run =
        Shell.runWith(
            "192.0.2.10\n192.0.2.12\n",
            "check",
            "-",
            "192.0.2.11",
            "--zone",
            zone.toString(),
            "-f",
            "csv");

    assertThat(rows(run.out()))
        .containsExactly(
            "ip,line,count,result,reason,names,confirmed,queries",
            "192.0.2.10,1,1,pass,confirmed,mail.example.org,mail.example.org,3",
            "192.0.2.12,2,1,permerror,no-ptr,,,1",
            "192.0.2.11,1,1,fail,mismatch,wrong.example.org,,3");
  }

  @Test
  void temporaryTroubleEndsWith3WhereNothingFailed() throws IOException {
    Files.writeString(list, "192.0.2.10\n192.0.2.20\n");
    var recording = Files.writeString(folder.resolve("none.dns.jsonl"), "");

    var run = Shell.run("check", list.toString(), "--replay", recording.toString(), "-f", "csv");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("192.0.2.20,2,1,temperror,lookup-failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json"})
  void secondRunGoesOnWhereTheFirstWasCut(String format) throws IOException {
    var whole = folder.resolve("whole." + format);
    var file = folder.resolve("rows." + format);
    assertThat(check("-o", whole.toString()).status()).isEqualTo(1);
    var octets = Files.readAllBytes(whole);
    var kept = Files.readAllLines(whole).getFirst().length() + 2;

    for (var cut : List.of(0, 3, kept, kept + 20, octets.length - 1, octets.length)) {
      Files.write(file, java.util.Arrays.copyOf(octets, cut));
      var run = check("-o", file.toString(), "--resume");

      assertThat(run.status()).as("cut at %d", cut).isEqualTo(1);
      assertThat(Files.readAllLines(file).stream().map(ListCheckTest::timeless).toList())
          .isEqualTo(Files.readAllLines(whole).stream().map(ListCheckTest::timeless).toList());
    }
  }

  private static String timeless(String row) {
    return row.replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\",]*Z", "T").replaceAll("\"ms\":\\d+", "ms");
  }

  @Test
  void secondRunBeginsWhereThereWasNoFirst() throws IOException {
    var file = folder.resolve("rows.csv");

    assertThat(check("-o", file.toString(), "--resume").status()).isEqualTo(1);
    assertThat(Files.readString(file)).startsWith(HEADER);
    assertThat(Files.readAllLines(file)).hasSize(4);
  }

  @Test
  void recordingGoesOnAsWell() throws IOException {
    var file = folder.resolve("rows.csv");
    var recording = folder.resolve("rows.dns.jsonl");
    check("-o", file.toString(), "--record", recording.toString());
    var before = Files.readAllLines(recording);
    var lines = Files.readAllLines(file);
    Files.writeString(file, String.join("\r\n", lines.subList(0, 3)) + "\r\n");

    check("-o", file.toString(), "--record", recording.toString(), "--resume");

    assertThat(Files.readAllLines(recording))
        .hasSize(before.size() + 1)
        .startsWith(before.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: a@b",
        HEADER + "192.0.2.10,1,1,pass,confirmed,a,a,3,T\r\n",
        HEADER + "192.0.2.11,1,1,fail,mismatch,a,a,3,T\r\n",
        HEADER + "192.0.2.11,1,2,fail,mismatch,a,a,3,T\r\nx\r\n"
      })
  void fileOfAnotherListIsLeftAsItIs(String content) throws IOException {
    var file = Files.writeString(folder.resolve("rows.csv"), content);

    var run = check("-o", file.toString(), "--resume");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).contains("rows.csv: it", "--resume");
    assertThat(Files.readString(file)).isEqualTo(content);
  }

  @Test
  void fileWithMoreRowsThanTheListIsRefused() throws IOException {
    var file = folder.resolve("rows.csv");
    check("-o", file.toString());
    Files.writeString(list, "192.0.2.11\n192.0.2.11\n192.0.2.10\n");
    var shorter = check("-o", file.toString(), "--resume");

    assertThat(shorter.status()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--resume",
        "--resume -f csv",
        "--resume -o x.html",
        "--resume -o x.csv --ip 192.0.2.1",
        "--in-flight 0",
        "--rate 0"
      })
  void misuseEndsWith2(String options) {
    var run = check(options.split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void paceCanBeBounded() {
    assertThat(check("-f", "csv", "--in-flight", "1", "--rate", "100000").status()).isEqualTo(1);
  }

  @Test
  void fullDiskWhileRecordingIsToldAndTheRunGoesOn() {
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));

    var run = check("-f", "csv", "--record", "/dev/full");

    assertThat(run.out().lines()).hasSize(4);
    assertThat(run.err()).containsOnlyOnce("recording ends here: No space left on device");
  }

  @Test
  void progressTellsHowFarHowFastAndHowLongYet() {
    var second = 1_000_000_000L;
    var progress = new ListProgress(terminal(new ByteArrayOutputStream()), true, 20_000, 100, 0);
    for (var i = 0; i < 900; i++) {
      progress.one(0);
    }

    assertThat(progress.text(second))
        .isEqualTo("1,000 of 20,000 addresses, 900 a second, 22 s left");
    assertThat(progress.text(10 * second)).endsWith("90 a second, 3 min 32 s left");
    assertThat(progress.text(900 * second)).endsWith("1 a second, 5 h 16 min left");
  }

  @Test
  void progressIsDrawnAtIntervalsAndWhereItIsSeenAlone() {
    var seen = new ByteArrayOutputStream();
    var drawing = new ListProgress(terminal(seen), true, 10, 0, 0);
    drawing.one(1);
    assertThat(seen.size()).isZero();
    drawing.one(1_000_000_000L);
    drawing.end();
    assertThat(seen.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\u001b[K2 of 10 addresses, 2 a second, 4 s left\r\u001b[K");

    var beside = new ByteArrayOutputStream();
    new ListProgress(terminal(beside), false, 10, 0, 0).one(1_000_000_000L);
    assertThat(beside.size()).isZero();
  }

  private static Console terminal(ByteArrayOutputStream err) {
    return new Console(
        new java.io.ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        StandardCharsets.UTF_8,
        false,
        true,
        false,
        Map.of());
  }

  /// The program in a process of its own, stopped as Ctrl-C stops it, and gone on with.
  @Test
  void signalToEndKeepsWhatIsDone() throws Exception {
    var file = folder.resolve("rows.csv");
    Files.writeString(list, "192.0.2.10\n192.0.2.12\n192.0.2.13\n");
    var err = folder.resolve("err.txt");
    try (var server =
        ScriptedServer.start(
            ScriptedServer.answer("10.2.0.192.in-addr.arpa. 60 IN PTR mail.example."),
            ScriptedServer.answer("mail.example. 60 IN A 192.0.2.10"),
            ScriptedServer.answer("mail.example. 60 IN A 192.0.2.10"),
            ScriptedServer.silence())) {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var process =
          new ProcessBuilder(
                  java,
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  "org.whence.Whence",
                  "check",
                  list.toString(),
                  "-r",
                  server.uri("udp"),
                  "--in-flight",
                  "1",
                  "--timeout",
                  "10m",
                  "-o",
                  file.toString())
              .redirectError(err.toFile())
              .start();
      try {
        for (var query = 0; query < 4; query++) {
          server.awaitQuery();
        }
        // The fourth query is of the second address: the first one's row is done.
        // The end as by Ctrl-C, with the signal that is not ignored where tests run in the
        // background.
        new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
        assertThat(process.waitFor()).isEqualTo(143);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }

    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(Files.readString(err))
        .contains("whence: stopped: 1 of 3 addresses are done")
        .contains("--resume");
    var rest = check("-o", file.toString(), "--resume");
    assertThat(rest.status()).isEqualTo(1);
    assertThat(Files.readAllLines(file)).hasSize(4);
  }
}
