package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whence.dns.Recordings.GOLDEN;
import static org.whence.dns.Recordings.NOW;
import static org.whence.dns.Recordings.line;
import static org.whence.dns.Recordings.only;
import static org.whence.dns.Recordings.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// Lines of recordings are read, and those that cannot be are told.
final class RecordingTest {
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
}
