package org.whence.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whence.history.HistoryFolder.NOW;
import static org.whence.history.HistoryFolder.address;
import static org.whence.history.HistoryFolder.entry;
import static org.whence.history.HistoryFolder.references;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/// What is remembered is found again, and marked where it is seen again.
@Timeout(120)
final class HistoryTest {
  private static final Investigation SAMPLE = sample();

  private final HistoryFolder folder;

  HistoryTest(@TempDir Path folder) {
    this.folder = new HistoryFolder(folder);
  }

  private static Investigation sample() {
    try (var resolution = SampleCase.resolution(ResolverSettings.defaults())) {
      return new Investigator(resolution, InstantSource.fixed(NOW), Options.defaults())
          .investigate(SampleCase.input(), ChainListener.NONE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void caseIsFoundByWhatItIsAbout() throws IOException {
    try (var history = folder.open()) {
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
    try (var history = folder.open()) {
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
    try (var history = folder.open()) {
      history.keep(entry("a", NOW));
      history.keep(entry("b", NOW));
      history.keep(entry("c", NOW));

      assertThat(references(history.search("invoice", 2))).containsExactly("c", "b");
    }
  }

  @Test
  void sameCaseIsKeptOnceWithWhatIsNew() throws IOException {
    try (var history = folder.open()) {
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
    try (var history = folder.open()) {
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
    try (var history = folder.open()) {
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
    try (var history = folder.open()) {
      history.keep(kept);

      assertThat(history.entry("a")).contains(kept);
      assertThat(history.entry("b")).isEmpty();
      assertThat(history.size()).isEqualTo(1);
    }
  }

  @Test
  void whatIsOnlyReadIsNeitherBegunNorChanged() throws IOException {
    assertThat(History.reading(folder.file(), InstantSource.fixed(NOW))).isEmpty();
    assertThat(folder.file()).doesNotExist();
    try (var history = folder.open()) {
      history.keep(entry("a", NOW, address("203.0.113.77")));
    }
    var before = Files.readAllBytes(folder.file());

    try (var reading = History.reading(folder.file(), InstantSource.fixed(NOW)).orElseThrow()) {
      assertThat(reading.seen(SAMPLE)).hasSize(1);
      assertThat(reading.search("invoice", 10)).hasSize(1);
      assertThatThrownBy(() -> reading.keep(entry("b", NOW)))
          .hasMessageContaining("must not be written");
    }

    assertThat(folder.file()).hasBinaryContent(before);
  }

  @Test
  void whatATakerThrowsComesBack() throws IOException {
    try (var history = folder.open()) {
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
    try (var history = folder.open()) {
      history.keep(entry("old", NOW.minus(Duration.ofDays(40)), address("192.0.2.1")));
      history.keep(entry("new", NOW.minus(Duration.ofDays(20)), address("192.0.2.2")));
      history.retain(Optional.of(Duration.ofDays(30)));
      assertThat(references(history.search("", 10))).containsExactly("new");
      assertThat(history.search("192.0.2.1", 10)).isEmpty();
      assertThat(history.search("192.0.2.2", 10)).hasSize(1);
      assertThat(history.retention()).contains(Duration.ofDays(30));
    }
    try (var later = folder.open(NOW.plus(Duration.ofDays(20)))) {
      assertThat(later.search("", 10)).isEmpty();
      later.retain(Optional.empty());
      assertThat(later.retention()).isEmpty();
    }
  }

  @Test
  void exportHandsOverEverything() throws IOException {
    var exported = new ArrayList<Entry>();
    var kept = entry("a", NOW, address("192.0.2.1"), new Trait(Trait.Kind.HELO, "x.example"));
    try (var history = folder.open()) {
      history.keep(kept);
      history.export(exported::add);
    }
    assertThat(exported).containsExactly(kept);
  }
}
