package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dns.Asking.A;
import static org.whence.dns.Asking.GOOD;
import static org.whence.dns.Asking.LONG;
import static org.whence.dns.Asking.MIDDLE;
import static org.whence.dns.Asking.RECORD;
import static org.whence.dns.Asking.ask;
import static org.whence.dns.Asking.edit;
import static org.whence.dns.Asking.failure;
import static org.whence.dns.Asking.problems;
import static org.whence.dns.ScriptedServer.all;
import static org.whence.dns.ScriptedServer.octets;
import static org.whence.dns.ScriptedServer.rcode;
import static org.whence.dns.ScriptedServer.reply;
import static org.whence.dns.ScriptedServer.silence;
import static org.whence.dns.ScriptedServer.truncated;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.dns.Attempt.Problem;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What is taken for the answer of a server, and what is not.
@Timeout(60)
final class ServerAnswerTest {
  /// RFC 5452, 9.1.
  @Test
  void answersThatDoNotMatchAreDroppedAndNoted() throws Exception {
    Play wrong =
        query ->
            Stream.of(
                    edit(query, message -> message.getHeader().setID(flip(message))),
                    edit(query, message -> message.getHeader().unsetFlag(Flags.QR)),
                    edit(query, message -> message.getHeader().setOpcode(5)),
                    about(query, Record.newRecord(Name.root, Type.A, DClass.IN)),
                    about(query, Record.newRecord(A.name(), Type.AAAA, DClass.IN)),
                    about(query, Record.newRecord(A.name(), Type.A, DClass.CH)),
                    edit(query, message -> message.removeAllRecords(Section.QUESTION)))
                .map(Message::toWire)
                .toList();
    for (var scheme : List.of("udp", "tcp")) {
      try (var server = ScriptedServer.start(all(wrong, GOOD))) {
        var exchange = ask(LONG, 1, server.uri(scheme));

        assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
        assertThat(problems(exchange)).hasSize(7).containsOnly(Problem.MISMATCH);
        assertThat(server.asked()).hasSize(1);
      }
    }
  }

  private static int flip(Message message) {
    return message.getHeader().getID() ^ 0x8000;
  }

  private static Message about(ScriptedServer.Query query, Record question) throws IOException {
    return edit(
        query,
        message -> {
          message.removeAllRecords(Section.QUESTION);
          message.addRecord(question, Section.QUESTION);
        });
  }

  @Test
  void floodOfMismatchesIsNotedOnlySoFar() throws Exception {
    Play flood =
        query -> {
          var other = edit(query, message -> message.getHeader().setID(flip(message))).toWire();
          return Stream.generate(() -> other).limit(100).toList();
        };
    try (var server = ScriptedServer.start(all(flood, GOOD))) {
      var exchange = ask(LONG, 1, server.uri("tcp"));

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(problems(exchange)).hasSize(Way.MOST_MISMATCHES);
    }
  }

  @Test
  void nothingButMismatchesIsATimeout() throws Exception {
    Play other =
        query -> List.of(edit(query, message -> message.getHeader().setID(flip(message))).toWire());
    try (var server = ScriptedServer.start(other)) {
      var exchange = ask(MIDDLE, 1, server.uri("udp"));

      assertThat(failure(exchange)).isEqualTo(Failure.TIMEOUT);
      assertThat(problems(exchange)).containsExactly(Problem.MISMATCH);
    }
  }

  @Test
  void answerFromAnotherAddressNeverArrives() throws Exception {
    Play forged =
        query -> {
          var wire = reply(query, Rcode.NXDOMAIN).toWire();
          try (var other = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            other.send(new DatagramPacket(wire, wire.length, query.from()));
          }
          return List.of();
        };
    try (var server = ScriptedServer.start(all(forged, GOOD))) {
      var exchange = ask(LONG, 1, server.uri("udp"));

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(exchange.attempts()).isEmpty();
    }
  }

  @Test
  void ofTwoAnswersTheFirstCounts() throws Exception {
    try (var server = ScriptedServer.start(all(GOOD, rcode(Rcode.NXDOMAIN)))) {
      assertThat(ask(LONG, 2, server.uri("udp")).answer()).isInstanceOf(Answer.Records.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void truncatedAnswerIsAskedForAgainOverTcp(boolean withData) throws Exception {
    var part = withData ? truncated("a.example. 60 IN A 192.0.2.9") : truncated();
    try (var server = ScriptedServer.start(part, GOOD)) {
      var exchange = ask(LONG, 1, server.uri("udp"));

      assertThat(exchange.presentation().answer())
          .extracting(Presentation.Row::data)
          .containsExactly("192.0.2.1");
      assertThat(exchange.server()).isEqualTo(server.uri("tcp"));
      assertThat(exchange.attempts())
          .singleElement()
          .satisfies(attempt -> {
            assertThat(attempt.problem()).isEqualTo(Problem.TRUNCATED);
            assertThat(attempt.server()).isEqualTo(server.uri("udp"));
          });
      assertThat(server.asked()).extracting(ScriptedServer.Query::tcp).containsExactly(false, true);
    }
  }

  @Test
  void partOfAnAnswerIsNoneWhereTcpFails() throws Exception {
    try (var server = ScriptedServer.start(truncated(RECORD), silence())) {
      var exchange = ask(MIDDLE, 1, server.uri("udp"));

      assertThat(failure(exchange)).isEqualTo(Failure.TIMEOUT);
      assertThat(exchange.server()).isEqualTo(server.uri("tcp"));
      assertThat(problems(exchange)).containsExactly(Problem.TRUNCATED);
    }
  }

  @Test
  void connectionThatClosesTooEarlyIsANetworkFailure() throws Exception {
    Play half = query -> List.of(Arrays.copyOf(reply(query, 0, RECORD).toWire(), 0));
    try (var server = ScriptedServer.start(half)) {
      var exchange = ask(LONG, 1, server.uri("tcp"));

      // An empty message came before the end: it is no message, and more telling than the end.
      assertThat(failure(exchange)).isEqualTo(Failure.MALFORMED);
    }
  }

  @Test
  void octetsThatAreNoMessageAreKept() throws Exception {
    try (var server = ScriptedServer.start(octets(1, 2, 3))) {
      var exchange = ask(MIDDLE, 1, server.uri("udp"));

      assertThat(failure(exchange)).isEqualTo(Failure.MALFORMED);
      assertThat(exchange.response()).contains(new Response(new byte[] {1, 2, 3}));
      assertThat(problems(exchange)).containsExactly(Problem.MISMATCH);
    }
  }

  @Test
  void octetsThatAreNoMessageDoNotKeepTheAnswerAway() throws Exception {
    try (var server = ScriptedServer.start(all(octets(1, 2, 3), GOOD))) {
      assertThat(ask(LONG, 1, server.uri("udp")).answer()).isInstanceOf(Answer.Records.class);
    }
  }

  @Test
  void answerThatCannotBeReadIsMalformedAtOnceAndKept() throws Exception {
    Play cut =
        query -> {
          var wire = reply(query, 0, RECORD).toWire();
          return List.of(Arrays.copyOf(wire, wire.length - 3));
        };
    try (var server = ScriptedServer.start(cut)) {
      var exchange = ask(LONG, 2, server.uri("udp"));

      assertThat(failure(exchange)).isEqualTo(Failure.MALFORMED);
      assertThat(exchange.response().orElseThrow().size()).isGreaterThan(12);
      assertThat(exchange.attempts()).isEmpty();
    }
  }

  @Test
  void unknownRcodeIsMalformedWithItsName() throws Exception {
    try (var server = ScriptedServer.start(rcode(Rcode.YXDOMAIN))) {
      assertThat(ask(LONG, 1, server.uri("udp")).answer())
          .isEqualTo(new Answer.Failed(Failure.MALFORMED, "YXDOMAIN"));
    }
  }
}
