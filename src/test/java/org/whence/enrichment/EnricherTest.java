package org.whence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.ip.AddressLiteral;

final class EnricherTest {
  private static Step address(String ip, String source, String zone) throws InterruptedException {
    var root = Branch.root(TestZone.of(zone.replace("; ", "\n")), ChainTopic.QUESTION);
    new Enricher(Enrichment.of(List.of(source)).orElseThrow())
        .address(AddressLiteral.find(ip).orElseThrow().address(), root);
    return root.close();
  }

  private static Step domain(String domain, String source, String zone)
      throws InterruptedException {
    var root = Branch.root(TestZone.of(zone), ChainTopic.QUESTION);
    new Enricher(Enrichment.of(List.of(source)).orElseThrow()).domain(domain, root);
    return root.close();
  }

  private static Step only(Step root) {
    return root.steps().getFirst().steps().getFirst();
  }

  private static List<Reason> reasons(Step step) {
    return Stream.concat(
            step.findings().stream().map(Finding::reason),
            step.outcome().stream().map(Outcome::reason))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.2.0.192.zen.spamhaus.org A 127.0.0.2 | CODE LISTED",
        "10.2.0.192.zen.spamhaus.org A 127.0.0.4; 10.2.0.192.zen.spamhaus.org A 127.0.0.10 |"
            + " CODE CODE LISTED",
        "10.2.0.192.zen.spamhaus.org NXDOMAIN | NOT_LISTED",
        "10.2.0.192.zen.spamhaus.org A 127.255.255.254 | REFUSED",
        "10.2.0.192.zen.spamhaus.org A 127.255.255.255 | REFUSED",
        "10.2.0.192.zen.spamhaus.org A 127.255.255.252 | REFUSED",
        "10.2.0.192.zen.spamhaus.org A 192.0.2.53 | UNKNOWN_CODE",
        "10.2.0.192.zen.spamhaus.org A 127.0.0.77 | UNKNOWN_CODE",
        "10.2.0.192.zen.spamhaus.org A SERVFAIL | LOOKUP_FAILED",
        "10.2.0.192.zen.spamhaus.org A 127.0.0.2; 10.2.0.192.zen.spamhaus.org A 127.255.255.254 |"
            + " REFUSED",
        "10.2.0.192.zen.spamhaus.org A 127.0.0.2; 10.2.0.192.zen.spamhaus.org A 127.0.0.77 |"
            + " CODE OTHER_CODE LISTED",
        "10.2.0.192.zen.spamhaus.org A 127.0.0.2; 10.2.0.192.zen.spamhaus.org A 192.0.2.53 |"
            + " UNKNOWN_CODE",
        "10.2.0.192.zen.spamhaus.org A 127.0.0.2; 10.2.0.192.zen.spamhaus.org A 127.255.255.250 |"
            + " UNKNOWN_CODE",
      })
  void listIsReadByItsCodesAndARefusalIsNoListing(String zone, String expected)
      throws InterruptedException {
    var step = only(address("192.0.2.10", "zen.spamhaus.org", zone));
    assertThat(reasons(step))
        .containsExactlyElementsOf(
            Stream.of(expected.split(" ")).<Reason>map(EnrichmentReason::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, REFUSED",
    "127.0.0.8, CODE LISTED",
    "127.0.0.72, CODE CODE LISTED",
    "127.0.0.2, UNKNOWN_CODE"
  })
  void bitsOfTheLastOctetAreCodes(String answer, String expected) throws InterruptedException {
    var zone = "bank.example.multi.surbl.org A " + answer;
    assertThat(reasons(only(domain("bank.example", "multi.surbl.org", zone))))
        .extracting(Reason::toString)
        .containsExactly(expected.split(" "));
  }

  @Test
  void originIsPrefixAndSystemWithItsName() throws InterruptedException {
    var step =
        only(
            address(
                "192.0.2.10",
                "origin",
                """
                10.2.0.192.origin.asn.cymru.com TXT "64496 64497 | 192.0.2.0/24 | ZZ | x | 2010-01-01"
                AS64496.asn.cymru.com TXT "64496 | ZZ | x | 2010-01-01 | EXAMPLE-NET, ZZ"
                AS64497.asn.cymru.com NXDOMAIN
                """));
    assertThat(reasons(step)).containsExactly(EnrichmentReason.SYSTEM, EnrichmentReason.ANNOUNCED);
    assertThat(step.outcome().orElseThrow().values().toString())
        .contains("192.0.2.0/24")
        .contains("AS64496 AS64497");
  }

  @Test
  void smallestOfSeveralNetworksCountsWhateverTheirOrder() throws InterruptedException {
    var zone =
        """
        10.2.0.192.origin.asn.cymru.com TXT "64496 | 192.0.0.0/16 | ZZ | x | 2010-01-01"
        10.2.0.192.origin.asn.cymru.com TXT "64497 | 192.0.2.0/24 | ZZ | x | 2010-01-01"
        10.2.0.192.origin.asn.cymru.com TXT "64498 | 203.0.113.0/24 | ZZ | x | 2010-01-01"
        AS64496.asn.cymru.com NXDOMAIN
        AS64497.asn.cymru.com TXT "64499 | ZZ | x | 2010-01-01 | OTHER-NET, ZZ"
        """;
    var step = only(address("192.0.2.10", "origin", zone));
    assertThat(reasons(step))
        .containsExactly(
            EnrichmentReason.ANNOUNCED_TOO,
            EnrichmentReason.UNREADABLE,
            EnrichmentReason.ANNOUNCED);
    assertThat(step.outcome().orElseThrow().values())
        .containsExactly(Value.of("192.0.2.0/24"), Value.of("AS64497"));
  }

  @Test
  void enormousAnswerIsToldInPart() throws InterruptedException {
    var systems = "\"" + "64496 ".repeat(40) + "\" ";
    var text = systems.repeat(100) + "\"64496 | 192.0.2.0/24 | ZZ\"";
    var zone = "10.2.0.192.origin.asn.cymru.com TXT " + text + "; AS64496.asn.cymru.com NXDOMAIN";
    var step = only(address("192.0.2.10", "origin", zone));
    assertThat(step.findings())
        .extracting(Finding::values)
        .containsExactly(List.of(Value.of("192.0.2.0/24"), Value.of(3996)));
    assertThat(step.outcome().orElseThrow().values().getLast())
        .isEqualTo(Value.of("AS64496" + " AS64496".repeat(4)));
  }

  @Test
  void nameThatIsTooLongIsNotSaidToBeUnlisted() throws InterruptedException {
    var label = "a".repeat(60) + ".";
    var step = only(domain(label.repeat(4) + "example", "dbl.spamhaus.org", ""));
    assertThat(reasons(step)).containsExactly(EnrichmentReason.NOT_ASKED);
  }

  @Test
  void sixthVersionHasAZoneOfItsOwn() throws InterruptedException {
    var name = "1" + ".0".repeat(23) + ".8.b.d.0.1.0.0.2";
    var step =
        only(address("2001:db8::1", "origin=as.example", name + ".origin6.as.example NXDOMAIN"));
    assertThat(reasons(step)).containsExactly(EnrichmentReason.NOT_ANNOUNCED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "| 192.0.2.0/24",
        "AS1 | 192.0.2.0/24",
        "1; 2 | 3",
        "1 | 0.0.0.0/0",
        "1 | 203.0.113.0/24",
        "1 | 2001:db8::/32",
        "1 | <b>192.0.2.0/24</b>",
        "4294967296 | 192.0.2.0/24"
      })
  void originThatCannotBeReadIsToldAsThat(String text) throws InterruptedException {
    var zone = "10.2.0.192.origin.asn.cymru.com TXT \"" + text.replace(";", "\\;") + "\"";
    assertThat(reasons(only(address("192.0.2.10", "origin", zone.replace("\\; ", "\\;")))))
        .containsExactly(EnrichmentReason.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "fe80::1", "::1"})
  void addressThatIsSetAsideIsNobodysBusiness(String ip) throws InterruptedException {
    assertThat(address(ip, "zen.spamhaus.org", "").steps()).isEmpty();
  }

  @Test
  void nobodyIsAskedUnlessWanted() throws InterruptedException {
    assertThat(Enrichment.of(List.of())).contains(Enrichment.NONE);
    assertThat(address("192.0.2.10", "dbl.spamhaus.org", "").steps()).isEmpty();
    assertThat(domain("bank.example", "zen.spamhaus.org", "").steps()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody.example", "ip:", "ip:.", "other:zone.example", "origin="})
  void wordThatIsNoSourceIsNone(String word) {
    assertThat(Enrichment.of(List.of(word))).isEmpty();
  }

  @Test
  void zonesOfOnesOwnAreAsked() throws InterruptedException {
    var step =
        only(address("192.0.2.10", "ip:bl.corp.example", "10.2.0.192.bl.corp.example A 127.0.0.2"));
    assertThat(reasons(step)).containsExactly(EnrichmentReason.CODE, EnrichmentReason.LISTED);
  }

  @Test
  void everyListHasItsSource() {
    assertThat(BlockLists.bundled())
        .hasSize(6)
        .allSatisfy(list ->
            assertThat(list.codes()).allMatch(code -> code.source().startsWith("https://")));
  }
}
