package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.mail.container.Samples;

final class BatchTest {
  @TempDir Path folder;
  private String zone = "";

  @BeforeEach
  void zone() throws IOException {
    zone =
        Files.writeString(
                folder.resolve("a.zone"),
                """
                10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.org.
                mail.example.org. 300 IN A 192.0.2.10
                """)
            .toString();
  }

  private static List<Map<String, @Nullable Object>> answers(Shell.Run run) {
    return run.out().lines().map(BatchTest::object).toList();
  }

  static Map<String, @Nullable Object> object(String line) {
    return JsonTree.object(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Map<String, @Nullable Object> answer(String request, String... args) {
    var all = new String[args.length + 1];
    all[0] = "batch";
    System.arraycopy(args, 0, all, 1, args.length);
    return answers(Shell.runWith(request + "\n", all)).getFirst();
  }

  @Test
  void iprevAnswersAsTheContractSays() {
    var answer =
        answer(
            "{\"id\":{\"a\":[1,2.50]},\"check\":\"iprev\",\"ip\":\"192.0.2.10\"}", "--zone", zone);

    assertThat(answer.keySet())
        .containsExactly("id", "check", "result", "reason", "ptr", "confirmed", "names", "queries");
    assertThat(answer.get("result")).isEqualTo("pass");
    assertThat(answer.get("reason")).isEqualTo("confirmed");
    assertThat(answer.get("ptr")).isEqualTo(List.of("mail.example.org"));
    assertThat(String.valueOf(answer.get("id"))).isEqualTo("{a=[1, 2.50]}");
    assertThat(String.valueOf(answer.get("queries")))
        .startsWith("[{name=10.2.0.192.in-addr.arpa, type=PTR, outcome=answer, ms=")
        .contains("{name=mail.example.org, type=A, outcome=answer")
        .contains("{name=mail.example.org, type=AAAA, outcome=nodata");
  }

  @Test
  void messageAnswersWithEveryCheckApart() {
    var mail =
        "Received: from mail.example.org (mail.example.org [192.0.2.10]) by mx.example; Mon, 23 Nov"
            + " 2026 16:40:12 +0100\\r\\nSubject: Hi\\r\\nFrom: a@example.org\\r\\n\\r\\n";
    var answer =
        answer(
            "{\"id\":1,\"check\":\"message\",\"mailFrom\":\"a@example.org\",\"message\":\""
                + mail
                + "\"}",
            "--zone",
            zone);

    assertThat(answer.keySet())
        .startsWith("id", "check", "result", "input", "hops", "border", "iprev", "spf")
        .endsWith("queries");
    assertThat(String.valueOf(answer.get("input"))).contains("sha256=", "subject=Hi", "from=a@");
    assertThat(String.valueOf(answer.get("hops"))).contains("fromIp=192.0.2.10");
    assertThat(String.valueOf(answer.get("iprev"))).startsWith("{result=pass, reason=confirmed");
    assertThat(String.valueOf(answer.get("spf")))
        .startsWith("{result=none, reason=no-record, identity=mailfrom, domain=example.org");
  }

  @Test
  void messageIsJudgedByWhatTheRequestSaysOfTheClient() {
    var answer =
        answer(
            "{\"id\":1,\"check\":\"message\",\"ip\":\"192.0.2.10\",\"helo\":\"mail.example.org\","
                + "\"mailFrom\":\"\",\"message\":\"From: a@example.org\\r\\n\\r\\n\"}",
            "--zone",
            zone);

    assertThat(answer.get("hops")).isEqualTo(List.of());
    assertThat(answer.keySet()).doesNotContain("border");
    assertThat(String.valueOf(answer.get("spf")))
        .contains("identity=helo, domain=mail.example.org");
    assertThat(String.valueOf(answer.get("iprev"))).startsWith("{result=pass");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | not a JSON object",
        "[1] | not a JSON object",
        "{\"id\":1} | \"check\" is missing",
        "{\"id\":1,\"check\":\"spam\"} | there is no 'spam'",
        "{\"id\":1,\"check\":\"iprev\"} | \"ip\" is missing",
        "{\"id\":1,\"check\":\"iprev\",\"ip\":7} | \"ip\" is not a string",
        "{\"id\":1,\"check\":\"iprev\",\"ip\":\"192.0.513\"} | \"ip\"",
        "{\"id\":1,\"check\":\"iprev\",\"ip\":\"192.0.2.1\",\"zone\":\"/no/zone\"} | /no/zone",
        "{\"id\":1,\"check\":\"iprev\",\"ip\":\"192.0.2.1\",\"resolver\":\"x:y\"} | x:y",
        "{\"id\":1,\"check\":\"iprev\",\"ip\":\"192.0.2.1\",\"tries\":\"two\"} | \"tries\"",
        "{\"id\":1,\"check\":\"iprev\",\"ip\":\"192.0.2.1\",\"timeout\":\"soon\"} | \"timeout\"",
        "{\"id\":1,\"check\":\"iprev\",\"ip\":\"192.0.2.1\",\"at\":\"nope\"} | \"at\": 'nope'",
        "{\"id\":1,\"check\":\"received\",\"header\":\"x\",\"at\":7} | \"at\"",
        "{\"id\":1,\"check\":\"hops\",\"file\":\"/no/file\"} | /no/file",
        "{\"id\":1,\"check\":\"hops\",\"message\":\"\",\"trusted\":[\"a b\"]} | \"trusted\""
      })
  void requestThatIsNoneIsToldAndTheRunGoesOn(String request, String names) {
    var run =
        Shell.runWith(
            request + "\n{\"id\":2,\"check\":\"iprev\",\"ip\":\"192.0.2.10\"}\n",
            "batch",
            "--zone",
            zone);

    assertThat(run.status()).isZero();
    assertThat(answers(run)).hasSize(2);
    assertThat(String.valueOf(answers(run).getFirst().get("error"))).contains(names);
    assertThat(answers(run).getLast().get("result")).isEqualTo("pass");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          broken.msg  | d0cf11e0a1b11ae1ff | broken.msg: is an Outlook message and broken; save
          packed.zip  | 504b030467617262   | packed.zip: broken or cut off
          nothing.zip | 504b0506000000000000000000000000000000000000 | nothing.zip: holds nothing
          """)
  void fileWithoutAMailIsToldForWhatItIs(String name, String hex, String why) throws IOException {
    var file = Files.write(folder.resolve(name), HexFormat.of().parseHex(hex));
    var request = "{\"check\":\"message\",\"file\":\"%s\"}".formatted(file);
    assertThat((String) answer(request, "--offline").get("error")).startsWith(why);
  }

  @Test
  void whatIsLeftOutWithinAContainerIsToldToo() throws IOException {
    var octets = Samples.zip(Map.of("mail.eml", new byte[] {'x'}));
    for (var i = 0; i < 7; i++) {
      octets = Samples.zip(Map.of(i + ".zip", octets));
    }
    var file = Files.write(folder.resolve("deep.zip"), octets);
    var request = "{\"check\":\"message\",\"file\":\"%s\"}".formatted(file);

    assertThat((String) answer(request, "--offline").get("error"))
        .matches("\\d\\.zip: more than 5 containers in each other; take it out and name it");
  }

  @Test
  void requestOverridesTheCommandsResolver() {
    var request = "{\"check\":\"iprev\",\"ip\":\"192.0.2.10\",\"zone\":\"%s\"}".formatted(zone);

    assertThat(answer(request, "--offline").get("result")).isEqualTo("pass");
  }

  @Test
  void answerIsAsciiWhateverStandsInTheRequest() {
    var request = "{\"id\":\"\\u202e\\ud800 \\u001b[31m\",\"check\":\"\\u009b\"}";

    var run = Shell.runWith(request + "\n", "batch", "--offline");

    assertThat(run.out().strip()).isPrintable().contains("\\u202E").contains("there is no");
    assertThat(answers(run)).hasSize(1);
  }

  @Test
  void lineThatIsTooLongIsToldAndTheRunGoesOn() throws IOException {
    var line = "x".repeat(BatchLines.MAX_LINE + 1);

    var run = Shell.runWith(line + "\n{\"id\":2}\n", "batch", "--offline");

    assertThat(String.valueOf(answers(run).getFirst().get("error"))).contains("longer than");
    assertThat(String.valueOf(answers(run).getLast().get("id"))).isEqualTo("2");
  }

  @Test
  void offlineSaysSo() {
    var answer = answer("{\"check\":\"iprev\",\"ip\":\"192.0.2.10\"}", "--offline");

    assertThat(answer).containsEntry("result", "none").containsEntry("reason", "offline");
  }

  @Test
  void answersComeInTheOrderAskedForTenThousandRequests() {
    var input =
        IntStream.range(0, 10_000)
            .mapToObj(i ->
                "{\"id\":%d,\"check\":\"iprev\",\"ip\":\"192.0.%d.%d\"}\n"
                    .formatted(i, i / 256, i % 256))
            .collect(Collectors.joining());

    var run = Shell.runWith(input, "batch", "--zone", zone);

    assertThat(run.status()).isZero();
    assertThat(run.out().lines().map(line -> line.substring(0, line.indexOf(','))))
        .containsExactlyElementsOf(
            IntStream.range(0, 10_000).mapToObj(i -> "{\"id\":" + i).toList());
  }

  @Test
  void receivedFieldIsTakenApart() {
    var answer =
        answer(
            "{\"check\":\"received\",\"header\":\"from helo.example (rdns.example [192.0.2.10]) by"
                + " mx.example (Postfix) with ESMTPS id 4bXq for <a@b.example>; Mon, 23 Nov 2026"
                + " 16:40:12 +0100\"}");

    assertThat(answer)
        .containsEntry("result", "parsed")
        .containsEntry("fromHelo", "helo.example")
        .containsEntry("fromRdns", "rdns.example")
        .containsEntry("fromIp", "192.0.2.10")
        .containsEntry("by", "mx.example")
        .containsEntry("with", "ESMTPS")
        .containsEntry("queueId", "4bXq")
        .containsEntry("for", "a@b.example")
        .containsEntry("date", "2026-11-23T15:40:12Z");
  }

  @Test
  void spfAnswersAsTheContractSays() throws IOException {
    var records =
        Files.writeString(
            folder.resolve("spf.zone"),
            """
            example.org. 60 IN TXT "v=spf1 a:mail.example.org -all exp=why.example.org"
            mail.example.org. 60 IN A 192.0.2.10
            why.example.org. 60 IN TXT "%{i} is not ours"
            """);
    var request = "{\"check\":\"spf\",\"ip\":\"%s\",\"helo\":\"h.example\",\"mailFrom\":\"%s\"}";

    var pass = answer(request.formatted("192.0.2.10", "a@example.org"), "--zone", "" + records);
    var fail = answer(request.formatted("192.0.2.11", "a@example.org"), "--zone", "" + records);
    var none = answer(request.formatted("192.0.2.11", ""), "--zone", "" + records);

    assertThat(pass)
        .containsEntry("result", "pass")
        .containsEntry("identity", "mailfrom")
        .containsEntry("domain", "example.org")
        .containsEntry("mechanism", "a:mail.example.org")
        .doesNotContainKey("explanation");
    assertThat(fail)
        .containsEntry("result", "fail")
        .containsEntry("explanation", "192.0.2.11 is not ours");
    assertThat(String.valueOf(fail.get("lookups"))).isEqualTo("1");
    assertThat(String.valueOf(fail.get("voidLookups"))).isEqualTo("0");
    assertThat(none).containsEntry("result", "none").containsEntry("identity", "helo");
  }

  @Test
  void hopsComeNewestFirstWithTheBorder() {
    var message =
        "Received: from b.example (b.example [198.51.100.7]) by mx.ours.example; Mon, 23 Nov 2026"
            + " 16:40:12 +0100\\r\\nReceived: from c.example (c.example [203.0.113.5]) by"
            + " b.example; Mon, 23 Nov 2026 16:40:02 +0100\\r\\n\\r\\n";

    var answer =
        answer(
            "{\"check\":\"hops\",\"trusted\":[\"ours.example\"],\"message\":\"" + message + "\"}");

    assertThat(String.valueOf(answer.get("hops"))).contains("delayMs=10000");
    assertThat(String.valueOf(answer.get("border"))).contains("ip=198.51.100.7", "index=0");
  }

  @Test
  void emptyInputHasNoAnswer() {
    assertThat(Shell.runWith("\n \n", "batch", "--offline").out()).isEmpty();
  }

  @Property(tries = 200)
  void anyLineGetsOneLine(@ForAll String line) {
    var one = line.replace("\n", " ").replace("\r", " ");

    var run = Shell.runWith(one + "\n", "batch", "--offline");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines().count()).isEqualTo(one.isBlank() ? run.out().lines().count() : 1);
  }
}
