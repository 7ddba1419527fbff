package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestAuthority;
import org.whence.dns.Validation.Status;
import org.xbill.DNS.Rcode;

/// Validation over real name servers, with a root of our own.
@Timeout(120)
final class DnssecTest {
  @TempDir static Path folder;

  private static Optional<Nsd> nsd = Optional.empty();
  private static Optional<Unbound> unbound = Optional.empty();
  private static Path root;
  private static Path example;

  private static String zone(String origin) {
    return """
    $ORIGIN %s
    $TTL 600
    @     IN SOA ns.example. hostmaster.example. 1 7200 900 1209600 300
          IN NS  ns.example.
    a     IN A   192.0.2.1
    alias IN CNAME a
    """
        .formatted(origin);
  }

  @BeforeAll
  static void start() throws Exception {
    var top = new SignedZone(".");
    var signed = new SignedZone("example.");
    var expired = new SignedZone("expired.");
    var changed = new SignedZone("changed.");
    var early = new SignedZone("early.");
    var stripped = new SignedZone("stripped.");
    var bare = new SignedZone("bare.");
    var stranger = new SignedZone("stranger.");
    var now = Instant.now();
    var hour = Duration.ofHours(1);
    var zones = new LinkedHashMap<String, String>();
    zones.put("example.", signed.signed(zone("example.")));
    zones.put(
        "expired.",
        expired.signed(zone("expired."), now.minus(hour.multipliedBy(2)), now.minus(hour)));
    zones.put(
        "early.", early.signed(zone("early."), now.plus(hour), now.plus(hour.multipliedBy(2))));
    zones.put(
        "stripped.", stripped.signed(zone("stripped.")).replaceAll("(?m)^.*RRSIG\\s+A .*\\n", ""));
    zones.put("changed.", changed.signed(zone("changed.")).replace("192.0.2.1", "192.0.2.66"));
    zones.put("bare.", zone("bare."));
    zones.put("stranger.", new SignedZone("stranger.").signed(zone("stranger.")));
    zones.put("unsigned.", zone("unsigned."));
    var hashed = new SignedZone("hashed.");
    zones.put("hashed.", hashed.hashed(zone("hashed.") + "deep.empty IN A 192.0.2.3\n", false));
    var forged = new SignedZone("forged.");
    zones.put("forged.", cutOff(forged.hashed(zone("forged."), false)));
    var open = new SignedZone("open.");
    zones.put("open.", open.hashed(zone("open.") + "child IN NS ns.example.\n", true));
    var delegations = new StringBuilder();
    zones.keySet().forEach(name -> delegations.append(name).append(" 600 IN NS ns.example.\n"));
    for (var child :
        List.of(signed, expired, early, stripped, changed, bare, stranger, hashed, forged, open)) {
      delegations.append(child.ds());
    }
    zones.put("child.open.", zone("child.open."));
    var apex =
        """
        . 600 IN SOA ns.example. hostmaster.example. 1 7200 900 1209600 300
        . 600 IN NS ns.example.
        """;
    zones.put(".", top.signed(apex + delegations));
    root = Files.writeString(folder.resolve("root.anchors"), "; a comment\n" + top.dnskey());
    example = Files.writeString(folder.resolve("example.anchors"), signed.ds());
    nsd = Optional.of(Nsd.start(folder, zones));
    var identity = new TestAuthority("Test authority").issue("127.0.0.1");
    unbound = Optional.of(Unbound.start(folder, nsd.get(), identity));
  }

  /// The zone with NSEC3 records that claim one type less than was signed.
  private static String cutOff(String zone) {
    return zone.replaceAll("(?m)^(.*IN\\s+NSEC3\\s.* )A RRSIG$", "$1RRSIG");
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

  private static ResolverSettings settings(String uri, Path anchors) {
    return ResolverSettings.defaults()
        .withResolver(uri)
        .withDnssec(true)
        .withAnchors(Optional.of(anchors));
  }

  private static String authoritative() {
    return nsd.orElseThrow().uri("udp", "127.0.0.1");
  }

  private static Exchange ask(String uri, Path anchors, String name, String type) throws Exception {
    try (var resolution = Resolvers.open(settings(uri, anchors), InstantSource.system())) {
      return resolution.resolver().resolve(Questions.of(name, type));
    }
  }

  private static Validation validation(Exchange exchange) {
    return exchange.validation().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "a.example, A, answer, SECURE",
    "alias.example, A, answer, SECURE",
    "a.example, AAAA, nodata, SECURE",
    "nobody.example, A, nxdomain, SECURE",
    "nobody, A, nxdomain, SECURE",
    "a.unsigned, A, answer, INSECURE",
    "nobody.unsigned, A, nxdomain, INSECURE",
    "a.expired, A, bogus, BOGUS",
    "a.changed, A, bogus, BOGUS",
    "a.early, A, bogus, BOGUS",
    "a.stripped, A, bogus, BOGUS",
    "a.bare, A, bogus, BOGUS",
    "a.stranger, A, bogus, BOGUS",
    "a.hashed, A, answer, SECURE",
    "alias.hashed, A, answer, SECURE",
    "a.hashed, AAAA, nodata, SECURE",
    "empty.hashed, A, nodata, SECURE",
    "deep.empty.hashed, A, answer, SECURE",
    "nobody.hashed, A, nxdomain, SECURE",
    "nobody.empty.hashed, A, nxdomain, SECURE",
    "a.forged, A, answer, SECURE",
    "a.forged, AAAA, bogus, BOGUS",
    "a.open, A, answer, SECURE",
    "a.child.open, A, answer, INSECURE",
    "nobody.open, A, nxdomain, INSECURE"
  })
  void answersAreToldApart(String name, String type, String outcome, Status status)
      throws Exception {
    for (var uri : List.of(authoritative(), unbound.orElseThrow().uri("udp"))) {
      var exchange = ask(uri, root, name, type);

      assertThat(exchange.answer().outcome()).as(uri).isEqualTo(outcome);
      assertThat(validation(exchange).status()).as(uri).isEqualTo(status);
      assertThat(exchange.response()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.expired, 7, 'the signatures of expired ended on .*'",
    "a.early, 8, 'the signatures of early begin only on .*'",
    "a.changed, 6, 'Positive response has failed ANSWER rrset: a.changed A'",
    "a.stripped, 10, '.*missing signature.*'",
    "a.bare, 9, '.*Missing DNSKEY.*'",
    "a.stranger, 9, '.*No keys for stranger.*'"
  })
  void bogusAnswersTellWhy(String name, int extendedError, String reason) throws Exception {
    var exchange = ask(authoritative(), root, name, "A");

    assertThat(validation(exchange).extendedError()).hasValue(extendedError);
    assertThat(validation(exchange).reason()).matches(reason);
    assertThat(exchange.answer())
        .isEqualTo(new Answer.Failed(Failure.BOGUS, validation(exchange).reason()));
  }

  @Test
  void everythingThatWasAskedIsKept() throws Exception {
    try (var resolution = Resolvers.open(settings(authoritative(), root), InstantSource.system())) {
      var first = resolution.resolver().resolve(Questions.of("a.example", "A"));
      var second = resolution.resolver().resolve(Questions.of("a.example", "AAAA"));

      assertThat(validation(first).asked())
          .extracting(asked -> asked.question().toString())
          .containsExactly(". DNSKEY", "example DS", "example DNSKEY");
      assertThat(validation(first).asked()).noneMatch(Exchange::cached);
      assertThat(validation(first).asked()).allMatch(asked -> asked.response().isPresent());
      // The same way back, out of memory.
      assertThat(validation(second).asked()).hasSize(3).allMatch(Exchange::cached);
    }
  }

  @Test
  void whereNoAnchorCoversItNobodyKnows() throws Exception {
    var covered = ask(authoritative(), example, "a.example", "A");
    var other = ask(authoritative(), example, "a.unsigned", "A");

    assertThat(validation(covered).status()).isEqualTo(Status.SECURE);
    assertThat(other.answer()).isInstanceOf(Answer.Records.class);
    assertThat(validation(other).status()).isEqualTo(Status.INDETERMINATE);
  }

  @Test
  void failureIsNotValidated() throws Exception {
    var refused = ask(authoritative(), example, "a.example", "TYPE65280");

    assertThat(validation(refused).status()).isEqualTo(Status.SECURE);
    try (var server = ScriptedServer.start(ScriptedServer.rcode(Rcode.REFUSED))) {
      var exchange = ask(server.uri("udp"), root, "a.example", "A");
      assertThat(exchange.answer()).isEqualTo(new Answer.Failed(Failure.REFUSED, ""));
      assertThat(exchange.validation()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.example", "a.expired", "a.unsigned"})
  void recordingGivesTheSameYearsLater(String name) throws Exception {
    var file = folder.resolve(name + ".dns.jsonl");
    var question = Questions.of(name, "A");
    Exchange asked;
    Exchange again;
    try (var live =
        Resolvers.open(
            settings(authoritative(), root).withRecord(Optional.of(file)),
            InstantSource.system())) {
      asked = live.resolver().resolve(question);
      again = live.fresh().resolve(question);
    }

    try (var replay =
        Resolvers.open(
            ResolverSettings.defaults().withReplay(Optional.of(file)),
            InstantSource.fixed(Instant.parse("2036-01-01T00:00:00Z")))) {
      assertThat(replay.resolver().resolve(question)).isEqualTo(asked);
      assertThat(replay.resolver().resolve(question)).isEqualTo(again);
      assertThat(replay.warnings()).isEmpty();
      assertThat(replay.resolver().resolve(Questions.of(".", "DNSKEY")).answer())
          .isInstanceOf(Answer.Records.class);
    }
  }

  @Test
  void anchorsOfTheRootAreThoseOfIana() throws Exception {
    assertThat(TrustAnchors.ofRoot().cover(Names.parse("a.example").orElseThrow())).isTrue();
  }

  @Test
  void fileThatHoldsNoKeyIsToldInOneLine() throws Exception {
    var missing = folder.resolve("missing.anchors");
    var wrong = Files.writeString(folder.resolve("wrong.anchors"), "a.example. A 192.0.2.1\n");
    var damaged = Files.writeString(folder.resolve("damaged.anchors"), "\n. IN DS x\n");

    assertThatThrownBy(() -> ask("udp://127.0.0.1", missing, "a.example", "A"))
        .isInstanceOf(IOException.class)
        .hasMessage(missing + ": no such file; check its name and folder");
    assertThatThrownBy(() -> ask("udp://127.0.0.1", wrong, "a.example", "A"))
        .hasMessage(wrong + ": no DS or DNSKEY record in it; write one as dig prints it");
    assertThatThrownBy(() -> ask("udp://127.0.0.1", damaged, "a.example", "A"))
        .hasMessageStartingWith(damaged + ": line 2: ");
  }

  @Test
  void masterFilesAreNotValidatedAndThatIsTold() throws Exception {
    var zone = Files.writeString(folder.resolve("plain.zone"), "a.example. A 192.0.2.1\n");
    var settings = ResolverSettings.defaults().withZones(List.of(zone)).withDnssec(true);
    try (var resolution = Resolvers.open(settings, InstantSource.system())) {
      assertThat(resolution.warnings())
          .containsExactly(
              "DNSSEC: answers of master files are not validated; ask a server that holds them");
    }
  }

  @Test
  void weakestOfSeveralCounts() {
    var secure = validated(Status.SECURE);
    var insecure = validated(Status.INSECURE);
    var plain =
        Exchange.local(Questions.of("a", "A"), new Answer.NoData(List.of()), "none", Instant.EPOCH);

    assertThat(Validation.weakest(List.of(plain))).isEmpty();
    assertThat(Validation.weakest(List.of(secure, plain, insecure))).contains(Status.INSECURE);
    assertThat(Validation.weakest(List.of(insecure, validated(Status.INDETERMINATE))))
        .contains(Status.INDETERMINATE);
  }

  private static Exchange validated(Status status) {
    return Exchange.local(
            Questions.of("a", "A"), new Answer.NoData(List.of()), "none", Instant.EPOCH)
        .validated(new Validation(status, "", OptionalInt.empty(), List.of()));
  }
}
