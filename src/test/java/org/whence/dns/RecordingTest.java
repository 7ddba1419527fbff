package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestClock;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

final class RecordingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  /// The line of contracts.md, with a message in it.
  private static final String GOLDEN =
      """
      {"name":"10.2.0.192.in-addr.arpa","type":"PTR","outcome":"answer",\
      "records":["10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example."],\
      "server":"udp://192.0.2.53:53","asked":"2026-11-23T15:40:12.345Z","ms":12,\
      "flags":["ra"],"response":"AQID"}
      """;

  private static Recording read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Recording read(byte[] text) throws IOException {
    return Recording.read(new ByteArrayInputStream(text), "case.dns.jsonl", NOW);
  }

  private static byte[] line(Exchange exchange) {
    return RecordingWriter.line(new Recording.Entry("", "", exchange));
  }

  private static Exchange only(Recording recording) {
    assertThat(recording.entries()).hasSize(1);
    return recording.entries().values().iterator().next().getFirst().exchange();
  }

  @Test
  void lineOfTheContractIsReadAndWrittenBackToTheOctet() throws IOException {
    var exchange = only(read(GOLDEN));

    assertThat(exchange.question()).isEqualTo(Questions.of("10.2.0.192.in-addr.arpa", "PTR"));
    assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
    assertThat(exchange.server()).isEqualTo("udp://192.0.2.53:53");
    assertThat(exchange.asked()).isEqualTo(Instant.parse("2026-11-23T15:40:12.345Z"));
    assertThat(exchange.took()).isEqualTo(Duration.ofMillis(12));
    assertThat(exchange.flags()).containsExactly("ra");
    assertThat(exchange.response()).contains(new Response(new byte[] {1, 2, 3}));
    assertThat(new String(line(exchange), StandardCharsets.UTF_8)).isEqualTo(GOLDEN);
  }

  @Test
  void nameTypeAndOutcomeAreEnoughForALineWrittenByHand() throws IOException {
    var exchange =
        only(
            read(
                """
                {"name": "A.example", "type": "A", "outcome": "nxdomain", "why": ["by", {"hand": 1}]}
                """));

    assertThat(exchange)
        .isEqualTo(
            Exchange.local(
                Questions.of("a.example", "A"),
                new Answer.NoSuchDomain(List.of()),
                "recording:case.dns.jsonl",
                NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "servfail,SERVFAIL",
    "refused,REFUSED",
    "formerr,FORMERR",
    "notimp,NOTIMP",
    "timeout,TIMEOUT",
    "network,NETWORK",
    "malformed,MALFORMED",
    "bogus,BOGUS"
  })
  void failuresAreReadByTheirWords(String word, Failure failure) throws IOException {
    var line = "{\"name\":\"a.example\",\"type\":\"A\",\"outcome\":\"" + word + "\"}";

    assertThat(only(read(line)).answer()).isEqualTo(new Answer.Failed(failure, ""));
  }

  @Test
  void aliasesStandBeforeWhatTheyLeadToAlsoWhereThereIsNothing() throws IOException {
    var text =
        """
        {"name":"a.example","type":"A","outcome":"nodata","records":["a.example. 5 IN CNAME b.example."]}
        {"name":"a.example","type":"AAAA","outcome":"answer","records":["a.example. 5 IN CNAME b.example."]}
        """;

    var replay = new Replay(read(text), "recording:x", new TestClock());

    assertThat(replay.resolve(Questions.of("a.example", "A")).answer())
        .isInstanceOfSatisfying(Answer.NoData.class, none -> assertThat(none.aliases()).hasSize(1));
    assertThat(replay.resolve(Questions.of("a.example", "AAAA")).answer())
        .isInstanceOf(Answer.Aliases.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "garbage|no JSON: Unrecognized token 'garbage'",
        "[1]|no JSON object",
        "{} {}|more than one JSON object",
        "{\"type\":\"A\",\"outcome\":\"nodata\"}|name: missing",
        "{\"name\":\"a\",\"outcome\":\"nodata\"}|type: missing",
        "{\"name\":\"a\",\"type\":\"A\"}|outcome: missing",
        "{\"name\":\"a..b\",\"type\":\"A\",\"outcome\":\"nodata\"}|name: not a domain name: a..b",
        "{\"name\":\"a\",\"type\":\"QQ\",\"outcome\":\"nodata\"}|type: not known: QQ",
        "{\"name\":\"a\",\"type\":\"A\",\"outcome\":\"maybe\"}|outcome: not known: maybe",
        "{\"name\":\"a\",\"type\":\"A\",\"outcome\":\"offline\"}|outcome: not known: offline",
        "{\"name\":\"a\",\"type\":\"A\",\"outcome\":\"answer\"}|records: none that answers a A",
        "{\"name\":\"a\",\"type\":\"A\",\"outcome\":\"answer\",\"records\":[\"a. A x\"]}|records:"
            + " not a record: a. A x",
        "{\"name\":\"a\",\"type\":\"A\",\"outcome\":\"answer\",\"records\":\"a. A"
            + " 192.0.2.1\"}|records: not a list",
        "{\"name\":7}|name: not a text",
        "{\"ms\":-1}|ms: below nothing",
        "{\"ms\":\"1\"}|ms: not a whole number",
        "{\"asked\":\"yesterday\"}|Text 'yesterday' could not be parsed",
        "{\"response\":\"***\"}|Illegal base64 character",
        "{\"attempts\":[{\"problem\":\"bad luck\"}]}|problem: not known: bad luck"
      })
  void damagedLinesAreToldByNumberAndCauseAndTheRestIsUsed(String line, String cause)
      throws IOException {
    var recording = read(GOLDEN + "\r\n" + line + "\n" + GOLDEN);

    assertThat(recording.entries().values().iterator().next()).hasSize(2);
    assertThat(recording.damaged())
        .singleElement()
        .asString()
        .startsWith("case.dns.jsonl: line 3 is left out: " + cause)
        .doesNotContain("\n");
  }

  @Test
  void lineWhoseResponseSaysSomethingElseIsUsedAndTold() throws IOException {
    var question = Questions.of("a.example", "A");
    var message = new Message();
    message.getHeader().setFlag(Flags.QR);
    message.addRecord(
        Record.newRecord(question.name(), question.type(), DClass.IN), Section.QUESTION);
    message.addRecord(MasterFileReader.one("A.example. 60 IN A 192.0.2.1"), Section.ANSWER);
    var start =
        "{\"name\":\"a.example\",\"type\":\"A\",\"response\":\"%s\","
            .formatted(Base64.getEncoder().encodeToString(message.toWire()));
    var right = start + "\"outcome\":\"answer\",\"records\":[\"a.example. 7 IN A 192.0.2.1\"]}\n";
    var failed = start + "\"outcome\":\"bogus\"}\n";

    assertThat(read(right + failed).damaged()).isEmpty();
    for (var wrong :
        List.of(
            right.replace("192.0.2.1", "192.0.2.2"),
            right.replace("\"]", "\",\"a.example. 7 IN A 192.0.2.2\"]"),
            start + "\"outcome\":\"nodata\"}\n",
            start + "\"outcome\":\"nxdomain\"}\n")) {
      assertThat(read(right + wrong).damaged())
          .containsExactly(
              "case.dns.jsonl: line 2 is in doubt: its response says something else than its"
                  + " records, which are used");
      assertThat(read(right + wrong).entries().get(question)).hasSize(2);
    }
  }

  @Test
  void oversizedLineIsLeftOutAndTheNextOneRead() throws IOException {
    var recording = read("x".repeat(Recording.LONGEST_LINE + 1) + "\n" + GOLDEN);

    assertThat(recording.entries()).hasSize(1);
    assertThat(recording.damaged())
        .containsExactly("case.dns.jsonl: line 1 is left out: longer than 1048576 octets");
  }

  @Test
  void fileWithoutASingleGoodLineIsNoRecording() {
    assertThatThrownBy(() -> read("one\ntwo\n"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no recording of DNS: line 1 is left out: no JSON");
  }

  @Test
  void manyDamagedLinesAreCounted() throws IOException {
    assertThat(read(GOLDEN + "x\n".repeat(30)).damaged())
        .hasSize(21)
        .last()
        .isEqualTo("case.dns.jsonl: 10 more lines are left out");
  }

  @Test
  void emptyFileIsARecordingOfNothing() throws IOException {
    assertThat(read("\n\n").entries()).isEmpty();
  }

  @Test
  void severalLinesAreAnsweredInTurnAndTheLastFromThenOn() throws IOException {
    var text =
        """
        {"name":"a.example","type":"A","outcome":"timeout"}
        {"name":"a.example","type":"A","outcome":"nodata"}
        """;
    var replay = new Replay(read(text), "recording:x", new TestClock());
    var question = Questions.of("A.EXAMPLE", "A");

    assertThat(Stream.generate(() -> replay.resolve(question).answer().outcome()).limit(3))
        .containsExactly("timeout", "nodata", "nodata");
  }

  @Test
  void stepGetsItsOwnLinesWhoeverComesFirstAndOthersTakeTurns() throws IOException {
    var text =
        """
        {"name":"a.example","type":"A","outcome":"timeout","step":"0.1"}
        {"name":"a.example","type":"A","outcome":"nodata","step":"0.0"}
        {"name":"a.example","type":"A","outcome":"servfail","step":"0.1"}
        """;
    var replay = new Replay(read(text), "recording:x", new TestClock());
    var question = Questions.of("a.example", "A");

    assertThat(
            Stream.of("0.0", "0.1", "0.0", "0.1", "0.1", "", "0.2", "0.2")
                .map(step -> replay.resolve(question, step).answer().outcome()))
        .containsExactly(
            "nodata", "timeout", "nodata", "servfail", "servfail", "timeout", "nodata", "servfail");
  }

  @Test
  void questionThatIsNotRecordedFails() throws IOException {
    var replay = new Replay(read(GOLDEN), "recording:x", new TestClock());

    var exchange = replay.resolve(Questions.of("b.example", "A"));

    assertThat(exchange.answer()).isEqualTo(new Answer.Failed(Failure.NOT_RECORDED, ""));
    assertThat(exchange.server()).isEqualTo("recording:x");
  }

  @Property
  void readingIsTotal(@ForAll byte[] wild) {
    try {
      read(wild);
    } catch (IOException e) {
      assertThat(e).hasMessageStartingWith("no recording of DNS: line");
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void writingAndReadingBackIsIdentity(@ForAll("exchanges") Exchange exchange) throws IOException {
    // Octets at random can be a message, which then says something else.
    Assume.that(Agreement.holds(exchange));
    var recording = read(line(exchange));

    assertThat(recording.damaged()).isEmpty();
    assertThat(only(recording)).isEqualTo(exchange);
  }

  @Provide
  Arbitrary<Exchange> exchanges() {
    var question = Combinators.combine(names(), types()).as(Question::new);
    var rest =
        Combinators.combine(
                Arbitraries.longs().between(0, 253_402_300_799_999L).map(Instant::ofEpochMilli),
                Arbitraries.integers().between(0, 100_000).map(Duration::ofMillis),
                Arbitraries.subsetOf("qr", "aa", "tc", "rd", "ra", "ad", "cd").map(List::copyOf),
                Arbitraries.bytes().array(byte[].class).map(Response::new).optional(),
                attempts().list().ofMaxSize(3),
                Arbitraries.integers().between(0, 100_000).map(Duration::ofMillis).optional())
            .as(Rest::new);
    return question.flatMap(asked ->
        Combinators.combine(answers(asked), rest).as((answer, r) -> r.exchange(asked, answer)));
  }

  private record Rest(
      Instant asked,
      Duration took,
      List<String> flags,
      Optional<Response> response,
      List<Attempt> attempts,
      Optional<Duration> age) {
    Exchange exchange(Question question, Answer answer) {
      return new Exchange(
          question, answer, "udp://192.0.2.53:53", asked, took, flags, response, attempts, age);
    }
  }

  private static Arbitrary<Attempt> attempts() {
    return Combinators.combine(
            Arbitraries.strings(),
            Arbitraries.of(Attempt.Problem.class),
            Arbitraries.integers().between(0, 100_000).map(Duration::ofMillis))
        .as(Attempt::new);
  }

  private static Arbitrary<Integer> types() {
    return Arbitraries.of(Type.A, Type.PTR, Type.TXT, Type.MX, Type.CNAME, 65280);
  }

  private static Arbitrary<Name> names() {
    var label = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(12);
    return label.list().ofMaxSize(5).map(RecordingTest::name);
  }

  private static Name name(List<byte[]> labels) {
    var wire = new ByteArrayOutputStream();
    for (var label : labels) {
      wire.write(label.length);
      wire.writeBytes(label);
    }
    wire.write(0);
    try {
      return new Name(wire.toByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Arbitrary<Answer> answers(Question question) {
    Arbitrary<Answer> failed =
        Combinators.combine(
                Arbitraries.of(
                    Arrays.stream(Failure.values()).filter(Failure::isOfNetwork).toList()),
                Arbitraries.strings())
            .as(Answer.Failed::new);
    var chain = names().list().uniqueElements().ofMaxSize(4).map(way -> chain(question, way));
    return Arbitraries.oneOf(
        failed,
        chain.map(Answer.NoData::new),
        chain.map(Answer.NoSuchDomain::new),
        chain.map(way -> way.isEmpty() ? new Answer.NoData(way) : new Answer.Aliases(way)),
        chain.flatMap(way -> records(question, way).map(found -> new Answer.Records(way, found))));
  }

  private static List<CNAMERecord> chain(Question question, List<Name> way) {
    if (question.type() == Type.CNAME || way.contains(question.name())) {
      return List.of();
    }
    var owners = Stream.concat(Stream.of(question.name()), way.stream()).toList();
    return Stream.iterate(0, i -> i + 1)
        .limit(way.size())
        .map(i -> new CNAMERecord(owners.get(i), DClass.IN, 300, way.get(i)))
        .toList();
  }

  private static Arbitrary<List<Record>> records(Question question, List<CNAMERecord> way) {
    var owner = way.isEmpty() ? question.name() : way.getLast().getTarget();
    return Combinators.combine(
            Arbitraries.integers().between(0, Integer.MAX_VALUE), data(question.type()))
        .as((ttl, data) -> Record.newRecord(owner, question.type(), DClass.IN, ttl, data))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Arbitrary<byte[]> data(int type) {
    var octets = Arbitraries.bytes().array(byte[].class);
    return switch (type) {
      case Type.A -> octets.ofSize(4);
      case Type.PTR, Type.CNAME -> names().map(Name::toWire);
      case Type.MX -> names().map(name -> join(new byte[] {0, 10}, name.toWire()));
      case Type.TXT ->
          octets.ofMaxSize(255).map(text -> join(new byte[] {(byte) text.length}, text));
      default -> octets.ofMaxSize(40);
    };
  }

  private static byte[] join(byte[] first, byte[] second) {
    var all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Test
  void recordsKeepTheirDataExactly() throws IOException {
    var owner = Questions.of("a.example", "A");
    var record = new ARecord(owner.name(), DClass.IN, 1, new byte[] {(byte) 192, 0, 2, 1});
    var exchange =
        Exchange.local(owner, new Answer.Records(List.of(), List.of(record)), "zone:a", NOW);

    var back = (Answer.Records) only(read(line(exchange))).answer();

    assertThat(back.records().getFirst()).hasToString(record.toString());
  }
}
