package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.dns.Attempt.Problem;

/// The way to a real name server and back.
@Timeout(120)
final class NsdTest {
  private static final int MANY = 100;

  private static final String EXAMPLE =
      """
      $ORIGIN example.
      $TTL 600
      @       IN SOA ns hostmaster 1 7200 900 1209600 300
              IN NS  ns
      ns      IN A   192.0.2.53
      mail    IN A   192.0.2.10
              IN AAAA 2001:db8::10
      inside  IN CNAME mail
      across  IN CNAME host.other.
      outside IN CNAME host.elsewhere.
      a.b     IN A   192.0.2.3
      *.wild  IN A   192.0.2.4
      """;

  private static final String OTHER =
      """
      other.      600 IN SOA ns.example. hostmaster.example. 1 7200 900 1209600 300
      other.      600 IN NS  ns.example.
      host.other. 600 IN A   192.0.2.9
      """;

  @TempDir static Path folder;

  private static Optional<Nsd> nsd = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    var reverse =
        """
        $ORIGIN 2.0.192.in-addr.arpa.
        $TTL 600
        @  IN SOA ns.example. hostmaster.example. 1 7200 900 1209600 300
           IN NS  ns.example.
        10 IN PTR mail.example.
        """;
    var many =
        IntStream.range(0, MANY)
            .mapToObj("20 IN PTR a-rather-long-name-of-host-%d.example.\n"::formatted)
            .collect(Collectors.joining());
    nsd =
        Optional.of(
            Nsd.start(
                folder,
                Map.of(
                    "example.",
                    EXAMPLE,
                    "other.",
                    OTHER,
                    "2.0.192.in-addr.arpa.",
                    reverse + many)));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (nsd.isPresent()) {
      nsd.get().stop();
    }
  }

  private static String uri(String scheme, String host) {
    return nsd.orElseThrow().uri(scheme, host);
  }

  private static String uri() {
    return uri("udp", "127.0.0.1");
  }

  private static Exchange ask(String resolver, String name, String type) throws Exception {
    var settings = ResolverSettings.defaults().withResolver(resolver);
    try (var resolution = Resolvers.open(settings, InstantSource.system())) {
      return resolution.resolver().resolve(Questions.of(name, type));
    }
  }

  @ParameterizedTest
  @CsvSource({"udp,127.0.0.1", "tcp,127.0.0.1", "udp,::1", "tcp,::1"})
  void answersOverBothTransportsAndBothFamilies(String scheme, String host) throws Exception {
    var exchange = ask(uri(scheme, host), "10.2.0.192.in-addr.arpa", "PTR");

    assertThat(exchange.presentation().answer())
        .extracting(Presentation.Row::line)
        .containsExactly("10.2.0.192.in-addr.arpa. 600 IN PTR mail.example.");
    assertThat(exchange.server()).isEqualTo(uri(scheme, host));
    assertThat(exchange.flags()).contains("qr", "aa");
    assertThat(exchange.presentation().edns()).startsWith("version: 0");
    assertThat(exchange.attempts()).isEmpty();
  }

  @Test
  void manyNamesComeWholeOverTcp() throws Exception {
    var exchange = ask(uri(), "20.2.0.192.in-addr.arpa", "PTR");

    assertThat(exchange.answer())
        .isInstanceOfSatisfying(
            Answer.Records.class, found -> assertThat(found.records()).hasSize(MANY));
    assertThat(exchange.server()).isEqualTo(uri("tcp", "127.0.0.1"));
    assertThat(exchange.attempts()).extracting(Attempt::problem).containsExactly(Problem.TRUNCATED);
    assertThat(exchange.response().orElseThrow().size()).isGreaterThan(Query.EDNS_OCTETS);
  }

  @Test
  void serverThatIsDownIsPassedBy() throws Exception {
    String down;
    try (var server = ScriptedServer.start()) {
      down = server.uri("udp");
    }

    var exchange = ask(down + "," + uri("udp", "::1"), "mail.example", "AAAA");

    assertThat(exchange.answer()).isInstanceOf(Answer.Records.class);
    assertThat(exchange.server()).isEqualTo(uri("udp", "::1"));
    assertThat(exchange.attempts()).extracting(Attempt::problem).containsExactly(Problem.NETWORK);
  }

  @ParameterizedTest
  @CsvSource({
    "mail.example,A,answer",
    "mail.example,TXT,nodata",
    "b.example,A,nodata",
    "nobody.example,A,nxdomain",
    "x.wild.example,A,answer",
    "inside.example,A,answer",
    "inside.example,TXT,nodata",
    "host.elsewhere,A,refused"
  })
  void serverAndMasterFilesSayTheSame(String name, String type, String outcome) throws Exception {
    var exchange = ask(uri(), name, type);

    assertThat(exchange.answer().outcome()).isEqualTo(outcome);
    var zones = List.of(folder.resolve("example.zone"), folder.resolve("other.zone"));
    if (!outcome.equals("refused")) {
      var settings = ResolverSettings.defaults().withZones(zones);
      try (var files = Resolvers.open(settings, InstantSource.system())) {
        assertThat(files.resolver().resolve(Questions.of(name, type)).answer())
            .isEqualTo(exchange.answer());
      }
    }
  }

  @Test
  void aliasAcrossZonesIsFollowedAsFarAsTheServerDoes() throws Exception {
    var across = ask(uri(), "across.example", "A");
    var outside = ask(uri(), "outside.example", "A");

    assertThat(across.answer())
        .isInstanceOfSatisfying(
            Answer.Records.class, found -> assertThat(found.aliases()).hasSize(1));
    assertThat(outside.answer())
        .isInstanceOfSatisfying(
            Answer.Aliases.class,
            way -> assertThat(way.aliases().getFirst().getTarget()).hasToString("host.elsewhere."));
  }

  @Test
  void negativeAnswerIsKeptAndItsAgeTold() throws Exception {
    var settings = ResolverSettings.defaults().withResolver(uri());
    try (var resolution = Resolvers.open(settings, InstantSource.system())) {
      var question = Questions.of("nobody.example", "A");
      var first = resolution.resolver().resolve(question);
      var second = resolution.resolver().resolve(question);

      assertThat(first.cached()).isFalse();
      assertThat(second.cached()).isTrue();
      assertThat(second.asked()).isEqualTo(first.asked());
      assertThat(resolution.fresh().resolve(question).cached()).isFalse();
      assertThat(resolution.named()).isTrue();
      assertThat(resolution.description()).startsWith(uri() + ", ");
    }
  }

  @Test
  void recordingGivesTheSameExchange() throws Exception {
    var file = folder.resolve("case.dns.jsonl");
    var settings = ResolverSettings.defaults();
    var question = Questions.of("20.2.0.192.in-addr.arpa", "PTR");
    Exchange asked;
    try (var live =
        Resolvers.open(
            settings.withResolver(uri()).withRecord(Optional.of(file)), InstantSource.system())) {
      asked = live.resolver().resolve(question);
    }

    try (var replay =
        Resolvers.open(settings.withReplay(Optional.of(file)), InstantSource.system())) {
      assertThat(replay.resolver().resolve(question)).isEqualTo(asked);
      assertThat(replay.warnings()).isEmpty();
    }
  }
}
