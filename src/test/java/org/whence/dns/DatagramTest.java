package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dns.ScriptedServer.answer;
import static org.whence.dns.ScriptedServer.reply;
import static org.whence.dns.ScriptedServer.silence;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whence.TestClock;
import org.whence.dns.Attempt.Problem;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Datagrams that are lost, and answers that come back in another case.
@Timeout(60)
final class DatagramTest {
  private static final Question A = Questions.of("a.example", "A");
  private static final Play GOOD = answer("a.example. 60 IN A 192.0.2.1");

  /// Longer than any test takes.
  private static final Duration LONG = Duration.ofMinutes(5);

  /// Where nothing comes.
  private static final Duration SHORT = Duration.ofMillis(500);

  private static ServerResolver resolver(
      Duration timeout, Duration resendAfter, ScriptedServer server) throws ResolverProblem {
    var pace = new Pace(new Window(1), new Rate(0), new RoundTrip(resendAfter));
    var servers =
        ResolverAddress.parse(server.uri("udp"), Profiles.none())
            .servers(Trust.ofPlatform())
            .stream()
            .map(each -> each.at(pace))
            .toList();
    return new ServerResolver(servers, timeout, 1, new Random(7), new TestClock());
  }

  private static List<Problem> problems(Exchange exchange) {
    return exchange.attempts().stream().map(Attempt::problem).toList();
  }

  /// An answer whose question comes back in capitals.
  private static Play shouting() {
    return query -> {
      var message = reply(query, Rcode.NOERROR, "a.example. 60 IN A 203.0.113.6");
      message.removeAllRecords(Section.QUESTION);
      var shouted = Questions.of("A.EXAMPLE", "A").name();
      message.addRecord(Record.newRecord(shouted, Type.A, DClass.IN), Section.QUESTION);
      return List.of(message.toWire());
    };
  }

  @Test
  void answerKeepsTheSpellingOfItsQuestion() throws Exception {
    try (var server = ScriptedServer.start(GOOD)) {
      var exchange = resolver(LONG, LONG, server).resolve(A);

      assertThat(exchange.presentation().answer().getFirst().name()).isEqualTo("a.example");
      assertThat(exchange.response().orElseThrow().message().orElseThrow().getQuestion().getName())
          .hasToString(server.asked().getFirst().message().getQuestion().getName().toString());
    }
  }

  @Test
  void answerInAnotherCaseIsDroppedAndAskedForOverTcp() throws Exception {
    try (var server = ScriptedServer.start(shouting(), GOOD, shouting(), GOOD)) {
      var resolver = resolver(LONG, LONG, server);
      for (var i = 0; i < 2; i++) {
        var exchange = resolver.resolve(A);

        assertThat(exchange.presentation().answer())
            .extracting(Presentation.Row::data)
            .containsExactly("192.0.2.1");
        assertThat(exchange.server()).isEqualTo(server.uri("tcp"));
        assertThat(problems(exchange)).containsExactly(Problem.MISMATCH);
      }
    }
  }

  @Test
  void serverThatKeepsNoCaseIsFoundOutOnce() throws Exception {
    try (var server = ScriptedServer.start(shouting(), shouting(), shouting())) {
      var resolver = resolver(LONG, LONG, server);
      assertThat(problems(resolver.resolve(A))).containsExactly(Problem.MISMATCH);
      assertThat(problems(resolver.resolve(A))).isEmpty();

      assertThat(server.asked())
          .extracting(ScriptedServer.Query::tcp)
          .containsExactly(false, true, false);
      assertThat(server.asked().getLast().message().getQuestion().getName())
          .hasToString("a.example.");
    }
  }

  @Test
  void serverThatKeepsNoCaseAndHasNoTcpIsBelieved() throws Exception {
    try (var server = ScriptedServer.start(shouting(), silence(), shouting())) {
      var exchange = resolver(SHORT, LONG, server).resolve(A);

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(problems(exchange)).containsExactly(Problem.MISMATCH, Problem.TIMEOUT);
    }
  }

  @Test
  void datagramThatWasLostIsSentAgainAndNoted() throws Exception {
    try (var server = ScriptedServer.start(silence(), GOOD)) {
      var exchange = resolver(LONG, Duration.ofMillis(20), server).resolve(A);

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(problems(exchange)).containsExactly(Problem.RESENT);
      assertThat(exchange.attempts().getFirst().took())
          .isGreaterThanOrEqualTo(Duration.ofMillis(20));
      assertThat(server.asked().getFirst().message().getHeader().getID())
          .isEqualTo(server.asked().getLast().message().getHeader().getID());
    }
  }
}
