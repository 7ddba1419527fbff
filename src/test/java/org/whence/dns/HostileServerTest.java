package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dns.ScriptedServer.answer;
import static org.whence.dns.ScriptedServer.reply;
import static org.whence.dns.ScriptedServer.truncated;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.dns.Attempt.Problem;
import org.whence.dns.RawServer.Conduct;
import org.whence.dns.ScriptedServer.Play;
import org.xbill.DNS.Type;

/// Servers that do what no name server should: each question has its end, the next server is asked,
/// and nothing is left of it. What certificates do is in TlsTest, what HTTP does in HttpsTest.
@Timeout(120)
final class HostileServerTest {
  private static final Question A = Questions.of("a.example", "A");
  private static final Play GOOD = answer("a.example. 60 IN A 192.0.2.1");
  private static final int LARGEST = 65_535;
  private static final int MANY = 20;

  /// What a server that never ends is given.
  private static final Duration SHORT = Duration.ofMillis(700);

  private static final Duration LONG = Duration.ofMinutes(1);

  private Leftovers leftovers;

  @BeforeEach
  void count() throws Exception {
    leftovers = new Leftovers();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    leftovers.close();
  }

  private static Resolution open(Duration timeout, String... uris) throws IOException {
    var settings =
        ResolverSettings.defaults()
            .withResolver(String.join(",", uris))
            .withTimeout(timeout)
            .withTries(1);
    return Resolvers.open(settings, InstantSource.system());
  }

  private static Exchange ask(Duration timeout, String... uris) throws Exception {
    try (var resolution = open(timeout, uris)) {
      return resolution.resolver().resolve(A);
    }
  }

  /// One octet after the other, too slowly for anything, until the other end goes.
  private static Conduct drip(byte... first) {
    return connection -> {
      connection.getOutputStream().write(first);
      while (true) {
        try {
          TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
          return;
        }
        connection.getOutputStream().write(0);
      }
    };
  }

  private static byte[] garbage(int octets) {
    var wild = new byte[octets];
    new Random(7).nextBytes(wild);
    return wild;
  }

  private static Arguments endless(String name, String scheme, Conduct conduct) {
    return Arguments.of(
        name, scheme, conduct, Failure.TIMEOUT, "(the connection was not ready by then)?");
  }

  private static Stream<Arguments> connections() {
    return Stream.of(
        endless("stalled", "tcp", RawServer.stalled()),
        endless("stalled handshake", "tls", RawServer.stalled()),
        endless("stalled handshake", "https", RawServer.stalled()),
        endless("drip of one answer", "tcp", drip((byte) 0xff, (byte) 0xff)),
        // A TLS record of 16 KiB, which the handshake begins with.
        endless(
            "drip of a handshake", "tls", drip((byte) 22, (byte) 3, (byte) 3, (byte) 64, (byte) 0)),
        endless(
            "drip of a handshake",
            "https",
            drip((byte) 22, (byte) 3, (byte) 3, (byte) 64, (byte) 0)),
        Arguments.of(
            "closes within the answer",
            "tcp",
            (Conduct) connection -> connection.getOutputStream().write(new byte[] {1, 0, 0, 0}),
            Failure.NETWORK,
            "connection closed within the answer|Connection reset|Broken pipe"),
        Arguments.of(
            "closes at once",
            "tls",
            RawServer.closing(),
            Failure.NETWORK,
            "the connection was closed during the TLS handshake"),
        Arguments.of(
            "no TLS",
            "tls",
            RawServer.says("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII)),
            Failure.NETWORK,
            "it does not speak TLS at this port"),
        // The alert "protocol version" (RFC 5246, 7.2), in the record of an old version.
        Arguments.of(
            "no TLS 1.2",
            "tls",
            RawServer.says(new byte[] {21, 3, 1, 0, 2, 2, 70}),
            Failure.NETWORK,
            "it offers no TLS 1.2 or newer"));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("connections")
  void connectionHasItsEndAndTheNextServerIsAsked(
      String name, String scheme, Conduct conduct, Failure failure, String detail)
      throws Exception {
    try (var hostile = RawServer.start(conduct);
        var good = ScriptedServer.start(GOOD)) {
      var uri = hostile.uri(scheme) + (scheme.equals("https") ? "/dns-query" : "");
      var timeout = failure == Failure.TIMEOUT ? SHORT : LONG;

      var alone = ask(timeout, uri);
      assertThat(alone.answer())
          .isInstanceOfSatisfying(
              Answer.Failed.class,
              failed -> {
                assertThat(failed.failure()).as(name).isEqualTo(failure);
                assertThat(failed.detail()).matches(detail);
              });
      assertThat(alone.response()).isEmpty();

      var helped = ask(timeout, uri, good.uri("tcp"));
      assertThat(helped.answer()).isInstanceOf(Answer.Records.class);
      assertThat(helped.attempts().getFirst().server()).startsWith(hostile.uri(scheme));
      assertThat(helped.attempts().getFirst().problem().word()).isEqualTo(failure.word());
    }
  }

  @Test
  void messagesWithoutAnythingAreUnreadableWhenTheTimeIsOver() throws Exception {
    // Each two octets are the length of a message: nothing.
    try (var hostile = RawServer.start(drip())) {
      var exchange = ask(SHORT, hostile.uri("tcp"));

      assertThat(exchange.answer()).isEqualTo(new Answer.Failed(Failure.MALFORMED, ""));
      assertThat(exchange.response().orElseThrow().size()).isZero();
      assertThat(exchange.attempts()).hasSizeLessThanOrEqualTo(Way.MOST_MISMATCHES);
    }
  }

  @Test
  void garbageOnAConnectionIsDroppedUntilTheTimeIsOver() throws Exception {
    // Random lengths and messages: none has the query's id but by a rare chance.
    try (var hostile = RawServer.start(RawServer.says(garbage(200_000)))) {
      var exchange = ask(SHORT, hostile.uri("tcp"));

      assertThat(exchange.answer())
          .isInstanceOfSatisfying(
              Answer.Failed.class,
              failed ->
                  assertThat(failed.failure())
                      .isIn(Failure.TIMEOUT, Failure.MALFORMED, Failure.NETWORK));
    }
  }

  /// An answer whose record has a name that points to itself (RFC 1035, 4.1.4).
  private static List<byte[]> pointingToItself(ScriptedServer.Query query) throws IOException {
    var wire = reply(query, 0, "a.example. 60 IN PTR b.example.").toWire();
    var question = reply(query, 0).toWire().length;
    wire[question] = (byte) (0xc0 | question >> Byte.SIZE);
    wire[question + 1] = (byte) question;
    return List.of(wire);
  }

  /// The largest message: data that is a chain of pointers, each to the one before, as long as
  /// pointers reach; and as many records as there is room for, with the chain's end for a name.
  private static List<byte[]> chainOfPointers(ScriptedServer.Query query) throws IOException {
    var wire = ByteBuffer.allocate(LARGEST).put(reply(query, 0).toWire());
    var data =
        wire.put((byte) 0).putShort((short) 65_280).putShort((short) 1).putInt(60).position();
    wire.putShort((short) 0);
    var last = Query.HEADER_OCTETS;
    while (wire.position() < 0x3ffe) {
      var here = wire.position();
      wire.putShort((short) (0xc000 | last));
      last = here;
    }
    wire.putShort(data, (short) (wire.position() - data - Short.BYTES));
    var count = 1;
    for (; wire.remaining() >= 16; count++) {
      wire.putShort((short) (0xc000 | last))
          .putShort((short) Type.A)
          .putShort((short) 1)
          .putInt(60);
      wire.putShort((short) 4).putInt(0xc0000200 + count % 256);
    }
    wire.putShort(6, (short) count);
    return List.of(wire.array());
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void namesThatPointToThemselvesAreUnreadableAtOnce(String scheme) throws Exception {
    try (var hostile = ScriptedServer.start(HostileServerTest::pointingToItself)) {
      var exchange = ask(LONG, hostile.uri(scheme));

      assertThat(exchange.answer()).isEqualTo(new Answer.Failed(Failure.MALFORMED, ""));
      assertThat(exchange.response()).isPresent();
    }
  }

  @Test
  void namesThatLeadThroughThousandsOfPointersHoldUpNobody() throws Exception {
    try (var hostile = ScriptedServer.start(HostileServerTest::chainOfPointers)) {
      var exchange = ask(LONG, hostile.uri("tcp"));

      assertThat(exchange.answer()).isInstanceOfAny(Answer.Records.class, Answer.Failed.class);
      assertThat(exchange.response().orElseThrow().size()).isEqualTo(LARGEST);
    }
  }

  @Test
  void largestAnswerIsReadWhole() throws Exception {
    var count = 2000;
    var records =
        IntStream.range(0, count)
            .mapToObj(i -> "a.example. 60 IN A 192.0.%d.%d".formatted(i / 256, i % 256))
            .toArray(String[]::new);
    Play large = query -> List.of(Arrays.copyOf(reply(query, 0, records).toWire(), LARGEST));
    try (var server = ScriptedServer.start(large)) {
      var exchange = ask(LONG, server.uri("tcp"));

      assertThat(exchange.answer())
          .isInstanceOfSatisfying(
              Answer.Records.class, found -> assertThat(found.records()).hasSize(count));
      assertThat(exchange.response().orElseThrow().size()).isEqualTo(LARGEST);
    }
  }

  @Test
  void answerThatIsCutShortAgainAndAgainIsNone() throws Exception {
    var part = truncated("a.example. 60 IN A 192.0.2.9");
    try (var hostile = ScriptedServer.start(part, part)) {
      var exchange = ask(LONG, hostile.uri("udp"));

      assertThat(exchange.answer())
          .isEqualTo(new Answer.Failed(Failure.MALFORMED, "cut short, although nothing limits it"));
      assertThat(exchange.attempts())
          .extracting(Attempt::problem)
          .containsExactly(Problem.TRUNCATED);
    }
  }

  @Test
  void aliasesWithoutEndAreFollowedOnlySoFar() throws Exception {
    var chain = new ArrayList<String>();
    for (var i = 0; i < 500; i++) {
      var owner = i == 0 ? "a" : "alias" + i;
      chain.add(owner + ".example. 60 IN CNAME alias" + (i + 1) + ".example.");
    }
    try (var chained = ScriptedServer.start(answer(chain.toArray(String[]::new)));
        var circle =
            ScriptedServer.start(
                answer("a.example. 60 CNAME b.example.", "b.example. 60 CNAME a.example."))) {
      assertThat(ask(LONG, chained.uri("tcp")).answer().aliases())
          .hasSize(AnswerReader.MOST_ALIASES);
      assertThat(ask(LONG, circle.uri("tcp")).answer())
          .isInstanceOfSatisfying(
              Answer.NoData.class, none -> assertThat(none.aliases()).hasSize(2));
    }
  }

  /// Each question waits for itself alone, with all others under way.
  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp", "tls", "https"})
  void silentServerHoldsUpNobodyElse(String scheme) throws Exception {
    Play any =
        query -> answer(query.message().getQuestion().getName() + " 60 A 192.0.2.1").replies(query);
    var plays = Stream.generate(() -> any).limit(MANY).toArray(Play[]::new);
    try (var raw = RawServer.start(RawServer.stalled());
        var datagrams = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        var good = ScriptedServer.keeping(plays)) {
      var silent =
          switch (scheme) {
            case "udp" -> "udp://127.0.0.1:" + datagrams.getLocalPort();
            case "https" -> raw.uri("https") + "/dns-query";
            default -> raw.uri(scheme);
          };
      try (var resolution = open(Duration.ofSeconds(2), silent, good.uri("tcp"));
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Exchange>> all =
            IntStream.range(0, MANY)
                .mapToObj(i -> Questions.of("host-" + i + ".example", "A"))
                .map(question -> threads.submit(() -> resolution.resolver().resolve(question)))
                .toList();
        for (var each : all) {
          assertThat(each.get().answer()).isInstanceOf(Answer.Records.class);
          assertThat(each.get().attempts()).extracting(Attempt::problem).contains(Problem.TIMEOUT);
        }
      }
    }
  }
}
