package org.whence.investigation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.chain.ChainListener;
import org.whence.chain.Step;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.ResolverSettings;
import org.whence.ip.AddressLiteral;
import org.whence.ip.SpecialUse;
import org.whence.iprev.IprevReason;

/// What the sample case is made to show, and that nothing in it belongs to anybody.
final class SampleCaseTest {
  private static final Path FOLDER = Path.of("assets/sample");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.-])(?:[a-z0-9-]+\\.)+(?:[a-z]{2,})(?![\\w.@=-])");
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.])|2001:db8:[0-9a-f:]+");

  @Test
  void hopsShowEveryOutcomeFromTheOldestToTheNewest() throws IOException {
    var hops = investigation().hops().reversed();

    assertThat(hops.stream().map(hop -> hop.iprev().orElseThrow().reason()))
        .containsExactly(
            IprevReason.NOT_APPLICABLE,
            IprevReason.MISMATCH,
            IprevReason.NO_PTR,
            IprevReason.CONFIRMED,
            IprevReason.LOOKUP_FAILED,
            IprevReason.CONFIRMED);
    assertThat(hops.getLast().iprev().orElseThrow().names()).hasSize(2);
  }

  @Test
  void fourthHopIsConfirmedThroughAnAlias() throws IOException {
    assertThat(exchanges(investigation().tree()))
        .filteredOn(exchange -> exchange.question().nameText().equals("10.2.0.192.in-addr.arpa"))
        .singleElement()
        .satisfies(exchange ->
            assertThat(exchange.answer())
                .isInstanceOfSatisfying(
                    Answer.Records.class, records -> assertThat(records.aliases()).hasSize(1)));
  }

  @Test
  void oneClockIsBehind() throws IOException {
    var delays =
        investigation().hops().stream().flatMap(hop -> hop.hop().delay().stream()).toList();

    assertThat(delays).hasSize(5);
    assertThat(delays).filteredOn(Duration::isNegative).containsExactly(Duration.ofSeconds(-47));
  }

  @Test
  void recordingHoldsWhatIsAskedAndNothingElse() throws IOException {
    var asked = exchanges(investigation().tree()).stream().map(e -> e.question().toString());
    var recorded =
        Files.readAllLines(FOLDER.resolve("case.dns.jsonl")).stream()
            .map(line -> line.replaceAll(".*\"name\":\"(.*?)\",\"type\":\"(.*?)\".*", "$1 $2"));

    // The private client is not in it: it was not asked.
    assertThat(asked.distinct().filter(question -> !question.startsWith("12.37.168.192.")))
        .containsExactlyInAnyOrderElementsOf(recorded.toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"case.eml", "case.dns.jsonl"})
  void namesAndAddressesAreReservedForDocumentation(String file) throws IOException {
    var text = Files.readString(FOLDER.resolve(file), US_ASCII);

    assertThat(NAME.matcher(text).results().map(found -> found.group()))
        .isNotEmpty()
        .allMatch(name -> name.matches("(.*\\.)?example(\\.(com|org|net))?|.*\\.(lan|arpa|php)"));
    assertThat(ADDRESS.matcher(text).results().map(found -> found.group()))
        .isNotEmpty()
        .allMatch(address -> SpecialUse.of(literal(address)).isPresent() || isSoftware(address));
  }

  @Test
  void linesOfTheMailEndAsInTransport() throws IOException {
    var lines = Files.readString(FOLDER.resolve("case.eml"), US_ASCII).split("\n");

    assertThat(lines).hasSizeGreaterThan(50).allMatch(line -> line.endsWith("\r"));
  }

  private static InetAddress literal(String text) {
    return AddressLiteral.find(text).orElseThrow().address();
  }

  /// A version of Exchange, or a part of a queue id.
  private static boolean isSoftware(String text) {
    return List.of("15.2.1748.10", "412.2026.11.16").contains(text);
  }

  private static Investigation investigation() throws IOException {
    try (var resolution = SampleCase.resolution(ResolverSettings.defaults())) {
      var clock = InstantSource.fixed(Instant.parse("2026-11-23T15:40:12Z"));
      return new Investigator(resolution, clock, Options.defaults())
          .investigate(SampleCase.input(), ChainListener.NONE);
    }
  }

  private static List<Exchange> exchanges(Step step) {
    var all = new ArrayList<>(step.exchanges());
    step.steps().forEach(below -> all.addAll(exchanges(below)));
    return all;
  }
}
