package org.whence.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.TestZone;
import org.whence.chain.ChainListener;
import org.whence.chain.Step;
import org.whence.dns.ResolutionOf;
import org.whence.dns.ResolverSettings;
import org.whence.enrichment.Enrichment;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.whence.investigation.SampleCase;

/// What is remembered is found again, and what is wrong with the database is one line.
@Timeout(120)
final class HistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:40:12Z");
  private static final Investigation SAMPLE = sample();

  @TempDir Path folder;

  private static Investigation sample() {
    try (var resolution = SampleCase.resolution(ResolverSettings.defaults())) {
      return new Investigator(resolution, InstantSource.fixed(NOW), Options.defaults())
          .investigate(SampleCase.input(), ChainListener.NONE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path file() {
    return folder.resolve("data/history.db");
  }

  private History open() throws IOException {
    return open(NOW);
  }

  private History open(Instant now) throws IOException {
    return History.open(file(), InstantSource.fixed(now));
  }

  private static Entry entry(String reference, Instant started, Trait... traits) {
    return new Entry(
        reference,
        started,
        "00",
        reference + ".eml",
        Optional.of("Your invoice"),
        Optional.empty(),
        Optional.empty(),
        Map.of("spf", "softfail"),
        Set.of(traits));
  }

  private static Trait address(String address) {
    return new Trait(Trait.Kind.ADDRESS, address);
  }

  private static List<String> references(List<Entry> entries) {
    return entries.stream().map(Entry::reference).toList();
  }

  @Test
  void caseIsFoundByWhatItIsAbout() throws IOException {
    try (var history = open()) {
      history.keep(Entry.of(SAMPLE, Optional.of("/cases/a.whence")));

      for (var words :
          List.of(
              "203.0.113.77",
              "hosting",
              "bank.example",
              "limited account",
              "case.eml",
              "a.whence",
              SAMPLE.input().sha256().substring(0, 8),
              "")) {
        assertThat(history.search(words, 10)).as(words).hasSize(1);
      }
      for (var words : List.of("203.0.113.78", "nothing", "limited nothing", "113.203")) {
        assertThat(history.search(words, 10)).as(words).isEmpty();
      }
    }
  }

  @Test
  void whateverIsSearchedForIsNoQueryLanguage() throws IOException {
    try (var history = open()) {
      history.keep(Entry.of(SAMPLE, Optional.empty()));
      for (var words :
          List.of("\"", "limited OR nothing", "text:x", "a* NEAR(b)", "' --", "^", "-x")) {
        assertThat(history.search(words, 10)).as(words).hasSizeLessThan(2);
      }
      assertThat(history.search("limited OR nothing", 10)).isEmpty();
    }
  }

  @Test
  void newestComesFirstAndNoMoreThanWanted() throws IOException {
    try (var history = open()) {
      history.keep(entry("a", NOW));
      history.keep(entry("b", NOW));
      history.keep(entry("c", NOW));

      assertThat(references(history.search("invoice", 2))).containsExactly("c", "b");
    }
  }

  @Test
  void sameCaseIsKeptOnceWithWhatIsNew() throws IOException {
    try (var history = open()) {
      history.keep(Entry.of(SAMPLE, Optional.of("/cases/a.whence")));
      history.keep(Entry.of(SAMPLE, Optional.empty()));

      assertThat(history.search("", 10))
          .singleElement()
          .satisfies(kept -> assertThat(kept.file()).contains("/cases/a.whence"))
          .satisfies(kept -> assertThat(kept.verdicts()).containsKeys("spf", "dkim", "dmarc"));
    }
  }

  @Test
  void whatWasSeenInAnotherCaseIsMarkedInTheTree() throws IOException {
    try (var history = open()) {
      history.keep(Entry.of(SAMPLE, Optional.empty()));
      assertThat(history.seen(SAMPLE)).isEmpty();
      history.keep(entry("old", NOW.minus(Duration.ofDays(9)), address("203.0.113.77")));
      history.keep(entry("new", NOW.minus(Duration.ofDays(2)), address("203.0.113.77")));

      var seen = history.seen(SAMPLE);
      var marked = Marks.in(SAMPLE, seen).tree();

      assertThat(seen)
          .containsExactly(
              new Sighting(
                  address("203.0.113.77"), 2, NOW.minus(Duration.ofDays(2)), "new", "new.eml"));
      assertThat(marked.steps()).startsWith(SAMPLE.tree().steps().toArray(Step[]::new));
      var last = marked.steps().getLast();
      assertThat(last.topic()).isEqualTo(HistoryTopic.SEEN);
      assertThat(marked.at(last.path() + ".0").orElseThrow().topic()).isEqualTo(Trait.Kind.ADDRESS);
      assertThat(last.outcome()).isEmpty();
    }
  }

  @Test
  void systemThatAnnouncesAnAddressIsKeptFoundAndSeenAgain()
      throws IOException, InterruptedException {
    var zone =
        TestZone.of(
            """
            10.2.0.192.in-addr.arpa NXDOMAIN
            1.100.51.198.in-addr.arpa NXDOMAIN
            AS64500.asn.cymru.com NXDOMAIN
            AS64501.asn.cymru.com TXT "64501 | ZZ | none | 2026-01-01 | EXAMPLE-NET, ZZ"
            10.2.0.192.origin.asn.cymru.com TXT "64500 64501 | 192.0.2.0/24 | ZZ | none | 2026-01-01"
            1.100.51.198.origin.asn.cymru.com TXT "64501 | 198.51.100.0/24 | ZZ | none | 2026-01-01"
            """);
    try (var history = open()) {
      history.keep(Entry.of(announced("192.0.2.10", zone), Optional.empty()));

      assertThat(history.search("AS64500", 10)).hasSize(1);
      assertThat(history.search("as64502", 10)).isEmpty();
      assertThat(history.seen(announced("198.51.100.1", zone)))
          .extracting(Sighting::trait)
          .containsExactly(new Trait(Trait.Kind.AS, "AS64501"));
    }
  }

  private static Investigation announced(String address, TestZone zone) {
    var options = Options.defaults().withEnrichment(Enrichment.of(List.of("origin")).orElseThrow());
    return new Investigator(ResolutionOf.resolver("test", zone), InstantSource.fixed(NOW), options)
        .investigate(InputReader.pasted(address), ChainListener.NONE);
  }

  @Test
  void allThatIsKeptOfACaseIsHandedOver() throws IOException {
    var kept = entry("a", NOW, address("192.0.2.1"), new Trait(Trait.Kind.HELO, "x.example"));
    try (var history = open()) {
      history.keep(kept);

      assertThat(history.entry("a")).contains(kept);
      assertThat(history.entry("b")).isEmpty();
      assertThat(history.size()).isEqualTo(1);
    }
  }

  @Test
  void whatIsOnlyReadIsNeitherBegunNorChanged() throws IOException {
    assertThat(History.reading(file(), InstantSource.fixed(NOW))).isEmpty();
    assertThat(file()).doesNotExist();
    try (var history = open()) {
      history.keep(entry("a", NOW, address("203.0.113.77")));
    }
    var before = Files.readAllBytes(file());

    try (var reading = History.reading(file(), InstantSource.fixed(NOW)).orElseThrow()) {
      assertThat(reading.seen(SAMPLE)).hasSize(1);
      assertThat(reading.search("invoice", 10)).hasSize(1);
      assertThatThrownBy(() -> reading.keep(entry("b", NOW)))
          .hasMessageContaining("must not be written");
    }

    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void historyOfTheFirstSchemaGoesOn() throws IOException, SQLException {
    try (var history = open()) {
      history.keep(entry("a", NOW, address("192.0.2.1")));
    }
    sql("PRAGMA user_version = 1");

    try (var history = open()) {
      assertThat(history.search("192.0.2.1", 10)).hasSize(1);
    }
  }

  @Test
  void kindOfTraitThatIsNotKnownIsLeftOut() throws IOException, SQLException {
    try (var history = open()) {
      history.keep(entry("a", NOW, address("192.0.2.1"), address("192.0.2.2")));
    }
    sql("UPDATE trait SET kind = 'mood' WHERE value = '192.0.2.1'");

    try (var history = open()) {
      assertThat(history.entry("a").orElseThrow().traits()).containsExactly(address("192.0.2.2"));
    }
  }

  @Test
  void whatATakerThrowsComesBack() throws IOException {
    try (var history = open()) {
      history.keep(entry("a", NOW));
      assertThatThrownBy(() ->
              history.export(_ -> {
                throw new IOException("full");
              }))
          .isInstanceOf(IOException.class)
          .hasMessage("full");
    }
  }

  @Test
  void nothingSeenChangesNothing() {
    assertThat(Marks.in(SAMPLE, List.of())).isSameAs(SAMPLE);
  }

  @Test
  void casesOlderThanTheRetentionAreForgottenWithAllThatIsAboutThem() throws IOException {
    try (var history = open()) {
      history.keep(entry("old", NOW.minus(Duration.ofDays(40)), address("192.0.2.1")));
      history.keep(entry("new", NOW.minus(Duration.ofDays(20)), address("192.0.2.2")));
      history.retain(Optional.of(Duration.ofDays(30)));
      assertThat(references(history.search("", 10))).containsExactly("new");
      assertThat(history.search("192.0.2.1", 10)).isEmpty();
      assertThat(history.search("192.0.2.2", 10)).hasSize(1);
      assertThat(history.retention()).contains(Duration.ofDays(30));
    }
    try (var later = open(NOW.plus(Duration.ofDays(20)))) {
      assertThat(later.search("", 10)).isEmpty();
      later.retain(Optional.empty());
      assertThat(later.retention()).isEmpty();
    }
  }

  @Test
  void wipeLeavesNothingInTheFile() throws IOException {
    try (var history = open()) {
      history.keep(entry("gone", NOW, new Trait(Trait.Kind.NAME, "secret.example")));
      history.wipe();
      assertThat(history.search("", 10)).isEmpty();
    }
    var octets = new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
    assertThat(octets.contains("secret")).isFalse();
  }

  @Test
  void exportHandsOverEverything() throws IOException {
    var exported = new ArrayList<Entry>();
    var kept = entry("a", NOW, address("192.0.2.1"), new Trait(Trait.Kind.HELO, "x.example"));
    try (var history = open()) {
      history.keep(kept);
      history.export(exported::add);
    }
    assertThat(exported).containsExactly(kept);
  }

  private void sql(String statement) throws IOException, SQLException {
    Files.createDirectories(folder.resolve("data"));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  @Test
  void databaseOfAnotherProgramIsLeftAsItIs() throws IOException, SQLException {
    sql("CREATE TABLE bookmarks (url TEXT)");
    var before = Files.readAllBytes(file());

    assertThatThrownBy(this::open)
        .hasMessage(
            "history: " + file() + ": is the database of another program; name another file");

    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void newerSchemaIsRefusedByItsNumber() throws IOException, SQLException {
    open().close();
    sql("PRAGMA user_version = 99");

    assertThatThrownBy(this::open).hasMessageContaining("is of schema 99, and this Whence knows 2");
  }

  @Test
  void whatIsNoDatabaseAndWhatIsDamagedAreTold() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(file(), "this is no database at all, but long enough to be one".repeat(99));
    assertThatThrownBy(this::open).hasMessageContaining("is no database");

    Files.delete(file());
    try (var history = open()) {
      for (var i = 0; i < 50; i++) {
        history.keep(entry("case" + i, NOW, address("192.0.2." + i)));
      }
    }
    var octets = Files.readAllBytes(file());
    Arrays.fill(octets, 4096, octets.length, (byte) 0x5A);
    Files.write(file(), octets);
    assertThatThrownBy(
            () -> {
              try (var history = open()) {
                history.search("", 10);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is damaged; move it away");
  }

  @Test
  void lockedDatabaseIsTold() throws IOException, SQLException {
    open().close();
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
        var run = other.createStatement();
        var history = open()) {
      run.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> history.keep(entry("a", NOW)))
          .hasMessageContaining("another program holds it; try again later");

      run.execute("ROLLBACK");
      history.keep(entry("a", NOW));
      assertThat(history.search("", 10)).hasSize(1);
    }
  }

  @Test
  void fullDiskIsToldAndWhatWasKeptStays() throws IOException {
    try (var history = open()) {
      history.keep(entry("a", NOW));
      history.limitPages(20);
      assertThatThrownBy(
              () -> {
                for (var i = 0; i < 1000; i++) {
                  history.keep(entry("x".repeat(2000) + i, NOW));
                }
              })
          .hasMessageContaining("the disk is full");
      assertThat(history.search("", 1000)).extracting(Entry::reference).contains("a");
    }
  }
}
