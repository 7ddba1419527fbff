package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestAuthority;

/// The ways to a real recursive name server that clients are meant to use, encrypted ones too.
@Timeout(120)
final class UnboundTest {
  private static final int MANY = 300;

  @TempDir static Path folder;

  private static Optional<Nsd> nsd = Optional.empty();
  private static Optional<Unbound> unbound = Optional.empty();
  private static Path authority;

  @BeforeAll
  static void start() throws Exception {
    var hosts =
        IntStream.range(0, MANY)
            .mapToObj(i -> "host-%d IN A 192.0.2.%d\n".formatted(i, i % 256))
            .collect(Collectors.joining());
    var many =
        IntStream.range(0, 100)
            .mapToObj("many IN TXT \"a rather long text that is number %d of all\"\n"::formatted)
            .collect(Collectors.joining());
    var zone =
        """
        $ORIGIN example.
        $TTL 600
        @     IN SOA ns hostmaster 1 7200 900 1209600 300
              IN NS  ns
        ns    IN A   192.0.2.53
        alias IN CNAME host-1
        """;
    nsd = Optional.of(Nsd.start(folder, Map.of("example.", zone + hosts + many)));
    var test = new TestAuthority("Test authority");
    authority = Files.writeString(folder.resolve("ca.pem"), test.pem());
    var identity = test.issue("dns.test", "127.0.0.1");
    unbound = Optional.of(Unbound.start(folder, nsd.get(), identity));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (unbound.isPresent()) {
      unbound.get().stop();
    }
    if (nsd.isPresent()) {
      nsd.get().stop();
    }
  }

  private static Resolution open(String scheme) throws Exception {
    var uri = unbound.orElseThrow().uri(scheme);
    return Resolvers.open(
        ResolverSettings.defaults()
            .withResolver(scheme.equals("tls") ? uri + "#dns.test" : uri)
            .withAuthority(Optional.of(authority)),
        InstantSource.system());
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp", "tls", "https"})
  void everyTransportSaysTheSameAndLeavesNothing(String scheme) throws Exception {
    try (var _ = new Leftovers();
        var resolution = open(scheme)) {
      var found = resolution.resolver().resolve(Questions.of("alias.example", "A"));
      var missing = resolution.resolver().resolve(Questions.of("nobody.example", "A"));
      var large = resolution.resolver().resolve(Questions.of("many.example", "TXT"));

      assertThat(found.presentation().answer())
          .extracting(row -> row.name() + " " + row.type() + " " + row.data())
          .containsExactly("alias.example CNAME host-1.example.", "host-1.example A 192.0.2.1");
      assertThat(found.transport()).isEqualTo(scheme);
      assertThat(missing.answer()).isInstanceOf(Answer.NoSuchDomain.class);
      assertThat(large.answer())
          .isInstanceOfSatisfying(
              Answer.Records.class, records -> assertThat(records.records()).hasSize(100));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "tls", "https"})
  void manyQuestionsShareConnections(String scheme) throws Exception {
    try (var _ = new Leftovers();
        var resolution = open(scheme);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Exchange>> all =
          IntStream.range(0, MANY)
              .mapToObj("host-%d.example"::formatted)
              .map(
                  name -> threads.submit(() -> resolution.fresh().resolve(Questions.of(name, "A"))))
              .toList();

      for (var each : all) {
        assertThat(each.get().answer()).isInstanceOf(Answer.Records.class);
        assertThat(each.get().attempts()).isEmpty();
      }
    }
  }

  @Test
  void recordingOfAnEncryptedExchangeGivesTheSame() throws Exception {
    var file = folder.resolve("tls.dns.jsonl");
    var question = Questions.of("host-1.example", "A");
    var settings =
        ResolverSettings.defaults()
            .withResolver(unbound.orElseThrow().uri("tls") + "#dns.test")
            .withAuthority(Optional.of(authority));
    Exchange asked;
    try (var live =
        Resolvers.open(settings.withRecord(Optional.of(file)), InstantSource.system())) {
      asked = live.resolver().resolve(question);
    }

    try (var replay =
        Resolvers.open(
            ResolverSettings.defaults().withReplay(Optional.of(file)), InstantSource.system())) {
      assertThat(replay.resolver().resolve(question)).isEqualTo(asked);
    }
  }
}
