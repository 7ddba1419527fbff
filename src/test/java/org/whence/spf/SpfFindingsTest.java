package org.whence.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.spf.SpfCheck.check;
import static org.whence.spf.SpfCheck.checkText;
import static org.whence.spf.SpfCheck.findings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.TestZone;
import org.whence.chain.Verdict;

final class SpfFindingsTest {

  @ParameterizedTest
  @CsvSource({
    "v=spf1 ip4:192.0.2.1 +all, PASS_ALL, 22|+all",
    "v=spf1 all, PASS_ALL, 8|all",
    "v=spf1 ?all, NEUTRAL_ALL, 8|?all",
    "v=spf1 ip4:192.0.2.10 ptr -all, PTR_USED, 23|ptr",
    "v=spf1 ip4:192.0.2.10, NO_ALL, ''",
    "v=spf1 moo -all, UNKNOWN_MECHANISM, 8|moo",
    "v=spf1 ip4:10.0.0.0/8 -all, HUGE_NETWORK, 8|ip4:10.0.0.0/8|16777216",
    "v=spf1 ip4:192.0.2.7 ip4:192.0.2.0/24 -all, OVERLAP, 8|ip4:192.0.2.7|ip4:192.0.2.0/24",
    "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.7 ip6:2001:db8::/64 -all, ADDRESSES_IN_RECORD, "
        + "256|18446744073709551616",
    "v=spf1 -ip4:192.0.2.0/24 ip4:192.0.2.7 all, ADDRESSES_IN_RECORD, "
        + "4294967296|340282366920938463463374607431768211456"
  })
  void recordIsNoted(String record, SpfReason reason, String values) throws InterruptedException {
    assertThat(findings(check("example.org TXT \"" + record + "\""), reason))
        .containsExactly(values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=spf1 -all", "v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.0/24 ~all"})
  void ordinaryRecordIsNotNoted(String record) throws InterruptedException {
    var result = check("example.org TXT \"" + record + "\"");

    assertThat(result.step().all().flatMap(step -> step.findings().stream()))
        .extracting(finding -> (Object) finding.reason())
        .isSubsetOf(
            SpfReason.DECIDES,
            SpfReason.LEDGER,
            SpfReason.ADDRESSES_IN_RECORD,
            SpfReason.ADDRESSES);
  }

  @Test
  void twoRecordsAreShownAndNeitherIsEvaluated() throws InterruptedException {
    var result = check("example.org TXT \"v=spf1 -all\"\nexample.org TXT \"V=SPF1 +all\"");

    assertThat(result.reason()).isEqualTo(SpfReason.TWO_RECORDS);
    assertThat(result.step().all().filter(step -> step.topic() == SpfTopic.RECORD)).hasSize(2);
  }

  @Test
  void type99IsAskedForOnlyOnDemand() throws InterruptedException {
    var text = "example.org TXT \"v=spf1 -all\"\nexample.org SPF \"v=spf1 +all\"";
    var request = SpfCheck.request(SpfCheck.CLIENT, "h.example", "a@example.org");
    var zone = TestZone.of(text);

    assertThat(findings(check(zone, request, SpfOptions.defaults()), SpfReason.TYPE99_FOUND))
        .isEmpty();
    assertThat(zone.asked()).containsExactly("example.org TXT");
    assertThat(
            findings(
                check(zone, request, SpfOptions.defaults().withType99(true)),
                SpfReason.TYPE99_FOUND))
        .containsExactly("example.org|1");
  }

  @Test
  void deadIncludeIsNotedAtItsTerm() throws InterruptedException {
    var result =
        check("example.org TXT \"v=spf1 include:gone.example -all\"\ngone.example NXDOMAIN");

    assertThat(result.reason()).isEqualTo(SpfReason.INCLUDE_NONE);
    assertThat(findings(result, SpfReason.DEAD_INCLUDE)).containsExactly("gone.example");
  }

  @Test
  void includeThatLetsEverybodyPassIsNotedAtItsTerm() throws InterruptedException {
    var result =
        check(
            "example.org TXT \"v=spf1 include:open.example -all\"\n"
                + "open.example TXT \"v=spf1 +all\"");

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(findings(result, SpfReason.INCLUDE_PASSES_ALL)).containsExactly("open.example");
    assertThat(findings(result, SpfReason.ADDRESSES))
        .containsExactly("4294967296|340282366920938463463374607431768211456");
  }

  @Test
  void blankThatIsMissingBetweenStringsIsNotedWithItsPlace() throws InterruptedException {
    var result = check("example.org TXT \"v=spf1 ip4:192.0.2.1\" \"ip4:198.51.100.1 -all\"");

    assertThat(result.reason()).isEqualTo(SpfReason.SYNTAX);
    assertThat(findings(result, SpfReason.MISSING_BLANK))
        .containsExactly("21|ip4:192.0.2.1|ip4:198.51.100.1");
  }

  @Test
  void stringThatGoesOnInTheNextIsNoFinding() throws InterruptedException {
    var result = check("example.org TXT \"v=spf1 ip4:192.0.\" \"2.10 -all\"");

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(findings(result, SpfReason.MISSING_BLANK)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "include:b.example -all, true",
    "ip4:198.51.100.1, true",
    "a mx, false",
    "all, false",
    "MS=ms123, false",
    "google-site-verification=x, false",
    "a letter of our own, false",
    "v=DMARC1; p=none, false"
  })
  void termsInARecordOfTheirOwnAreNoted(String other, boolean noted) throws InterruptedException {
    var result =
        check("example.org TXT \"v=spf1 ip4:192.0.2.10 -all\"\nexample.org TXT \"" + other + "\"");

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(findings(result, SpfReason.STRAY_TERMS))
        .isEqualTo(noted ? List.of(other) : List.of());
  }

  @Test
  void versionWithoutBlankIsNoRecordAndNoted() throws InterruptedException {
    var result = check("example.org TXT \"v=spf1\" \"mx -all\"");

    assertThat(result.reason()).isEqualTo(SpfReason.NO_RECORD);
    assertThat(findings(result, SpfReason.NEARLY_A_RECORD)).containsExactly("v=spf1mx -all");
  }

  @Test
  void recordThatIsOverTheLimitByItselfIsNotedAtTheFirstTermBeyond() throws InterruptedException {
    var terms = "exists:x.example ".repeat(11);

    var result = check("example.org TXT \"v=spf1 ip4:192.0.2.10 " + terms + "-all\"");

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(findings(result, SpfReason.TOO_MANY_LOOKUPS))
        .containsExactly("193|exists:x.example|11|10");
  }

  @Test
  void addressesOfNamesAndIncludesAreCountedTogether() throws InterruptedException {
    var result =
        check(
            """
            example.org TXT "v=spf1 a/24 include:a.example -all"
            example.org A 198.51.100.1
            a.example TXT "v=spf1 ip4:198.51.100.0/25 ip4:203.0.113.0/30 ?ip4:10.0.0.0/24 -all"
            """);

    assertThat(findings(result, SpfReason.ADDRESSES)).containsExactly("260|0");
  }

  @Test
  void controlCharactersInARecordAreToldAndStayInTheirPlace() throws InterruptedException {
    var result = checkText("v=spf1 a:x\u001b[31m.example -all");

    assertThat(result.reason()).isEqualTo(SpfReason.SYNTAX);
    assertThat(findings(result, SpfReason.BAD_CHARACTER)).containsExactly("11|U+001B");
  }

  @Test
  void recordOf64KilobytesIsEvaluatedToItsEnd() throws InterruptedException {
    var networks =
        IntStream.range(0, 4_000)
            .mapToObj(i -> "ip4:10.1." + i / 256 + "." + i % 256)
            .collect(Collectors.joining(" "));

    var result = checkText("v=spf1 " + networks + " ip4:192.0.2.10 -all");

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.mechanism()).contains("ip4:192.0.2.10");
    assertThat(findings(result, SpfReason.ADDRESSES)).containsExactly("4001|0");
  }

  @Test
  void thousandsOfTermsThatAskEndAtTheLimit() throws InterruptedException {
    var result = checkText("v=spf1 " + "a:%{i}.example.com ".repeat(3_000) + "-all");

    assertThat(result.reason()).isEqualTo(SpfReason.LOOKUP_LIMIT);
    assertThat(result.lookups()).isEqualTo(SpfVerifier.MAX_LOOKUPS + 1);
    assertThat(result.step().allExchanges()).hasSize(1 + SpfVerifier.MAX_LOOKUPS);
    assertThat(findings(result, SpfReason.TOO_MANY_LOOKUPS)).hasSize(1);
  }

  @Test
  void percentAtTheEndIsAFlawWithItsPlace() throws InterruptedException {
    assertThat(findings(checkText("v=spf1 exists:example.com%"), SpfReason.BAD_PERCENT))
        .containsExactly("26|%");
  }

  @Test
  void nameThatIsNoneDoesNotMatchAndIsNotAsked() throws InterruptedException {
    var zone = "example.org TXT \"v=spf1 a:a..b.example a:%{l}.example -all\"";
    var request = SpfCheck.request(SpfCheck.CLIENT, "h.example", "x".repeat(64) + "@example.org");

    var result = check(TestZone.of(zone), request, SpfOptions.defaults());

    assertThat(SpfCheck.terms(result))
        .containsExactly(
            "a:a..b.example none invalid-name",
            "a:%{l}.example none invalid-name",
            "-all fail all");
    assertThat(result.voidLookups()).isZero();
  }
}
