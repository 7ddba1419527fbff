package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dns.Asking.A;
import static org.whence.dns.Asking.GOOD;
import static org.whence.dns.Asking.LONG;
import static org.whence.dns.Asking.MIDDLE;
import static org.whence.dns.Asking.RECORD;
import static org.whence.dns.Asking.SHORT;
import static org.whence.dns.Asking.ask;
import static org.whence.dns.Asking.edit;
import static org.whence.dns.Asking.failure;
import static org.whence.dns.Asking.goneServer;
import static org.whence.dns.Asking.problems;
import static org.whence.dns.Asking.resolver;
import static org.whence.dns.ScriptedServer.rcode;
import static org.whence.dns.ScriptedServer.silence;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestZone;
import org.whence.dns.Attempt.Problem;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/// Which servers are asked, how, and how often.
@Timeout(60)
final class ServerResolverTest {
  @ParameterizedTest
  @CsvSource({"udp,127.0.0.1", "tcp,127.0.0.1", "udp,::1", "tcp,::1"})
  void exchangeKeepsWhatWasSaid(String scheme, String host) throws Exception {
    try (var server = ScriptedServer.start(host, GOOD)) {
      var exchange = ask(LONG, 1, server.uri(scheme));

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(exchange.question()).isEqualTo(A);
      assertThat(exchange.server()).isEqualTo(server.uri(scheme));
      assertThat(exchange.transport()).isEqualTo(scheme);
      assertThat(exchange.asked()).isEqualTo(TestZone.NOW);
      assertThat(exchange.flags()).containsExactly("qr", "rd", "ra");
      assertThat(exchange.attempts()).isEmpty();
      assertThat(exchange.cached()).isFalse();
      assertThat(exchange.presentation().answer())
          .extracting(Presentation.Row::line)
          .containsExactly(RECORD);
      assertThat(exchange.response().orElseThrow().message().orElseThrow().getHeader().getID())
          .isEqualTo(server.asked().getFirst().message().getHeader().getID());
    }
  }

  @Test
  void queryAsksForRecursionAndSaysWhatItCanTake() throws Exception {
    try (var server = ScriptedServer.start(GOOD, GOOD)) {
      var resolver = resolver(LONG, 1, server.uri("udp"));
      resolver.resolve(A);
      resolver.resolve(A);

      var queries = server.asked().stream().map(ScriptedServer.Query::message).toList();
      var first = queries.getFirst();
      assertThat(first.getHeader().getFlag(Flags.RD)).isTrue();
      assertThat(first.getOPT().getPayloadSize()).isEqualTo(1232);
      assertThat(first.getSection(Section.QUESTION)).hasSize(1);
      var expected = new Random(7);
      assertThat(queries)
          .extracting(query -> query.getHeader().getID())
          .containsExactly(idAndCase(expected), idAndCase(expected));
      assertThat(queries)
          .extracting(query -> query.getQuestion().getName().toString())
          .allMatch(name -> name.equalsIgnoreCase("a.example."))
          .doesNotHaveDuplicates();
    }
  }

  private static int idAndCase(Random random) {
    var id = random.nextInt(1 << 16);
    random.nextLong();
    return id;
  }

  @ParameterizedTest
  @CsvSource({"SERVFAIL,2", "REFUSED,5", "NOTIMP,4", "FORMERR,1"})
  void nextServerIsAskedWhereOneFails(Problem problem, int rcode) throws Exception {
    try (var bad = ScriptedServer.start(rcode(rcode), rcode(rcode));
        var good = ScriptedServer.start(GOOD)) {
      var exchange = ask(LONG, 2, bad.uri("udp"), good.uri("udp"));

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(exchange.server()).isEqualTo(good.uri("udp"));
      assertThat(exchange.attempts().getLast().problem()).isEqualTo(problem);
      assertThat(exchange.attempts().getLast().server()).isEqualTo(bad.uri("udp"));
    }
  }

  @Test
  void nextServerIsAskedWhereOneIsSilentOrGone() throws Exception {
    var gone = goneServer("udp");
    try (var silent = ScriptedServer.start(silence());
        var good = ScriptedServer.start(GOOD)) {
      var exchange = ask(MIDDLE, 2, gone, silent.uri("udp"), good.uri("udp"));

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(problems(exchange)).containsExactly(Problem.NETWORK, Problem.TIMEOUT);
    }
  }

  @Test
  void nameThatDoesNotExistEndsTheMatter() throws Exception {
    try (var first = ScriptedServer.start(rcode(Rcode.NXDOMAIN));
        var second = ScriptedServer.start()) {
      var exchange = ask(LONG, 2, first.uri("udp"), second.uri("udp"));

      assertThat(exchange.answer()).isInstanceOf(Answer.NoSuchDomain.class);
      assertThat(second.asked()).isEmpty();
    }
  }

  @Test
  void triesGoRoundTheServersAndLeaveOutThoseThatRefused() throws Exception {
    var order = Stream.<String>builder();
    try (var refusing = ScriptedServer.start(noting(order, "refusing", rcode(Rcode.REFUSED)));
        var failing =
            ScriptedServer.start(
                noting(order, "failing", rcode(Rcode.SERVFAIL)),
                noting(order, "failing", rcode(Rcode.SERVFAIL)));
        var slow =
            ScriptedServer.start(
                noting(order, "slow", rcode(Rcode.SERVFAIL)), noting(order, "slow", GOOD))) {
      var exchange = ask(LONG, 2, refusing.uri("udp"), failing.uri("udp"), slow.uri("udp"));

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(order.build().collect(Collectors.joining(" ")))
          .isEqualTo("refusing failing slow failing slow");
      assertThat(problems(exchange))
          .containsExactly(Problem.REFUSED, Problem.SERVFAIL, Problem.SERVFAIL, Problem.SERVFAIL);
    }
  }

  private static Play noting(Stream.Builder<String> order, String name, Play play) {
    return query -> {
      order.add(name);
      return play.replies(query);
    };
  }

  @Test
  void mostTellingFailureIsLeftAtTheEndAndTheOthersAreAttempts() throws Exception {
    var gone = goneServer("udp");
    try (var failing = ScriptedServer.start(rcode(Rcode.SERVFAIL));
        var silent = ScriptedServer.start(silence())) {
      var exchange = ask(MIDDLE, 1, failing.uri("udp"), silent.uri("udp"), gone);

      assertThat(failure(exchange)).isEqualTo(Failure.SERVFAIL);
      assertThat(exchange.server()).isEqualTo(failing.uri("udp"));
      assertThat(exchange.response()).isPresent();
      assertThat(problems(exchange)).containsExactly(Problem.TIMEOUT, Problem.NETWORK);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void silenceIsATimeoutAfterAllTries(String scheme) throws Exception {
    try (var silent = ScriptedServer.start(silence(), silence(), silence())) {
      var exchange = ask(SHORT, 3, silent.uri(scheme));

      assertThat(exchange.answer()).isEqualTo(new Answer.Failed(Failure.TIMEOUT, ""));
      assertThat(problems(exchange)).containsExactly(Problem.TIMEOUT, Problem.TIMEOUT);
      assertThat(exchange.response()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void closedPortIsToldAtOnce(String scheme) throws Exception {
    var exchange = ask(LONG, 2, goneServer(scheme));

    assertThat(exchange.answer())
        .isEqualTo(new Answer.Failed(Failure.NETWORK, "Connection refused"));
    assertThat(problems(exchange)).containsExactly(Problem.NETWORK);
  }

  @ParameterizedTest
  @ValueSource(ints = {Rcode.FORMERR, Rcode.NOTIMP})
  void serverThatDoesNotKnowEdnsIsAskedWithout(int rcode) throws Exception {
    Play headerAlone = query -> List.of(edit(query, message -> bare(message, rcode)).toWire());
    try (var server = ScriptedServer.start(headerAlone, GOOD)) {
      var exchange = ask(LONG, 1, server.uri("udp"));

      assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
      assertThat(problems(exchange)).containsExactly(Problem.NO_EDNS);
      assertThat(server.asked().getLast().message().getOPT()).isNull();
    }
  }

  private static void bare(Message message, int rcode) {
    message.removeAllRecords(Section.QUESTION);
    message.removeAllRecords(Section.ANSWER);
    message.getHeader().setRcode(rcode);
  }

  @ParameterizedTest
  @CsvSource({"udp,true", "udp,false", "tcp,true", "tcp,false"})
  void interruptionEndsTheWaitingAtOnce(String scheme, boolean virtual) throws Exception {
    try (var silent = ScriptedServer.start(silence())) {
      var resolver = resolver(LONG, 2, silent.uri(scheme));
      var end = new AtomicReference<Object>();
      Runnable asking =
          () -> {
            try {
              end.set(resolver.resolve(A));
            } catch (InterruptedException e) {
              end.set(e);
            }
          };
      var thread = virtual ? Thread.startVirtualThread(asking) : Thread.ofPlatform().start(asking);
      silent.awaitQuery();
      thread.interrupt();
      thread.join();

      assertThat(end.get()).isInstanceOf(InterruptedException.class);
      assertThat(silent.asked()).hasSize(1);
    }
  }
}
