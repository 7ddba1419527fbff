package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dns.ScriptedServer.all;
import static org.whence.dns.ScriptedServer.answer;
import static org.whence.dns.ScriptedServer.octets;
import static org.whence.dns.ScriptedServer.rcode;
import static org.whence.dns.ScriptedServer.reply;
import static org.whence.dns.ScriptedServer.silence;
import static org.whence.dns.ScriptedServer.truncated;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
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
import org.whence.TestClock;
import org.whence.TestZone;
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

@Timeout(60)
final class ServerResolverTest {
  private static final Question A = Questions.of("a.example", "A");
  private static final String RECORD = "a.example. 60 IN A 192.0.2.1";
  private static final Play GOOD = answer(RECORD);

  /// Long enough for any answer on loopback, where one is awaited.
  private static final Duration LONG = Duration.ofMinutes(5);

  /// Where nothing comes.
  private static final Duration SHORT = Duration.ofMillis(60);

  /// Where something comes, and then nothing more.
  private static final Duration MIDDLE = Duration.ofSeconds(2);

  private static Exchange ask(Duration timeout, int tries, String... uris) throws Exception {
    return resolver(timeout, tries, uris).resolve(A);
  }

  private static ServerResolver resolver(Duration timeout, int tries, String... uris)
      throws ResolverProblem {
    var servers =
        ResolverAddress.parse(String.join(",", uris), Profiles.none())
            .servers(Trust.ofPlatform())
            .stream()
            .map(server -> server.at(patient()))
            .toList();
    return new ServerResolver(servers, timeout, tries, new Random(7), new TestClock());
  }

  /// A pace at which nothing is sent again while it is awaited.
  private static Pace patient() {
    return new Pace(new Window(64), new Rate(0), new RoundTrip(LONG));
  }

  private static List<Problem> problems(Exchange exchange) {
    return exchange.attempts().stream().map(Attempt::problem).toList();
  }

  private static Failure failure(Exchange exchange) {
    return ((Answer.Failed) exchange.answer()).failure();
  }

  /// The address of a server that was there a moment ago.
  private static String goneServer(String scheme) throws IOException {
    try (var server = ScriptedServer.start()) {
      return server.uri(scheme);
    }
  }

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

  private static Message edit(
      ScriptedServer.Query query, java.util.function.Consumer<Message> change) throws IOException {
    var message = reply(query, Rcode.NOERROR, "a.example. 60 IN A 203.0.113.6");
    change.accept(message);
    return message;
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

  @Test
  void unknownRcodeIsMalformedWithItsName() throws Exception {
    try (var server = ScriptedServer.start(rcode(Rcode.YXDOMAIN))) {
      assertThat(ask(LONG, 1, server.uri("udp")).answer())
          .isEqualTo(new Answer.Failed(Failure.MALFORMED, "YXDOMAIN"));
    }
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
