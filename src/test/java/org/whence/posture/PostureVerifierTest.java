package org.whence.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dmarc.DmarcReason;
import org.whence.dmarc.SuffixLists;

final class PostureVerifierTest {
  /// What is asked of a domain that publishes nothing but its zone.
  private static final List<String> BARE =
      List.of(
          "a.example SOA ns.a.example. x.a.example. 1 2 3 4 5",
          "example SOA ns.example. x.example. 1 2 3 4 5",
          "_dmarc.a.example NXDOMAIN",
          "_25._tcp.a.example NXDOMAIN",
          "_dmarc.example NXDOMAIN",
          "default._bimi.a.example NXDOMAIN",
          "_mta-sts.a.example NXDOMAIN",
          "_smtp._tls.a.example NXDOMAIN");

  /// A zone with these lines in place of those of the same names that there are.
  private static Step posture(String... lines) throws InterruptedException {
    var names = Stream.of(lines).map(line -> line.split(" ", 2)[0]).toList();
    var zone =
        Stream.concat(
                BARE.stream()
                    .filter(line ->
                        !line.endsWith("NXDOMAIN") || !names.contains(line.split(" ", 2)[0])),
                Stream.of(lines))
            .toList();
    return new PostureVerifier(SuffixLists.bundled())
        .check("a.example", Branch.root(TestZone.of(String.join("\n", zone)), ChainTopic.QUESTION));
  }

  private static Step part(String name, String... lines) throws InterruptedException {
    return posture(lines).steps().stream()
        .filter(step -> step.values().equals(List.of(Value.of(name))))
        .findFirst()
        .orElseThrow();
  }

  private static Reason reason(Step step) {
    return step.outcome().map(Outcome::reason).orElseThrow();
  }

  private static List<Reason> reasons(Step step) {
    return Stream.concat(step.findings().stream().map(Finding::reason), Stream.of(reason(step)))
        .toList();
  }

  @Test
  void domainThatPublishesNothingIsToldAsThat() throws InterruptedException {
    var step = posture();

    assertThat(step.steps())
        .extracting(PostureVerifierTest::reason)
        .containsExactly(
            PostureReason.NO_MAIL,
            PostureReason.NOT_PUBLISHED,
            PostureReason.DMARC_NONE,
            PostureReason.NOT_PUBLISHED,
            PostureReason.NOT_PUBLISHED,
            PostureReason.NOT_PUBLISHED,
            PostureReason.NOT_PUBLISHED,
            PostureReason.UNSIGNED,
            PostureReason.NOT_PUBLISHED);
    assertThat(step.all().flatMap(each -> each.outcome().stream()).map(Outcome::verdict))
        .doesNotContain(Verdict.PASS, Verdict.FAIL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.example MX 0 . | NULL_MX",
        "a.example A 192.0.2.1 | IMPLICIT_MX",
        "a.example MX SERVFAIL | LOOKUP_FAILED",
        "a.example A TIMEOUT | LOOKUP_FAILED",
        "a.example A 192.0.2.1; a.example AAAA TIMEOUT | IMPLICIT_MX",
        "a.example MX 0 .; a.example MX 5 mx.a.example; mx.a.example A 192.0.2.1;"
            + " _25._tcp.mx.a.example NXDOMAIN | NULL_MX_NOT_ALONE EXCHANGERS",
      })
  void mailGoesWhereMxSays(String lines, String reasons) throws InterruptedException {
    assertThat(reasons(part("MX", lines.split("; ")))).containsExactlyElementsOf(expected(reasons));
  }

  private static List<Reason> expected(String reasons) {
    return Stream.of(reasons.split(" ")).<Reason>map(PostureReason::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mx.a.example A 192.0.2.1 | EXCHANGER_SET_ASIDE EXCHANGER_ADDRESSES",
        "mx.a.example A 8.8.8.8 | EXCHANGER_ADDRESSES",
        "mx.a.example A 10.0.0.1 | EXCHANGER_SET_ASIDE EXCHANGER_ADDRESSES",
        "mx.a.example NXDOMAIN | EXCHANGER_WITHOUT",
        "mx.a.example A TIMEOUT | LOOKUP_FAILED",
        "mx.a.example CNAME other.example; other.example A 8.8.8.8 |"
            + " EXCHANGER_ALIAS EXCHANGER_ADDRESSES",
      })
  void serverIsLookedUp(String lines, String reasons) throws InterruptedException {
    var all =
        Stream.concat(
                Stream.of(lines.split("; ")),
                Stream.of("a.example MX 10 mx.a.example", "_25._tcp.mx.a.example NXDOMAIN"))
            .toArray(String[]::new);
    var server =
        part("MX", all).steps().stream()
            .filter(step -> step.topic() == PostureTopic.EXCHANGER)
            .findFirst()
            .orElseThrow();
    assertThat(reasons(server)).containsExactlyElementsOf(expected(reasons));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SPF | a.example TXT \"v=spf1 mx -all\" | SPF_ALL PUBLISHED",
        "SPF | a.example TXT \"v=spf1 +all\" | SPF_PASS_ALL PUBLISHED",
        "SPF | a.example TXT \"v=spf1 mx\" | SPF_OPEN PUBLISHED",
        "SPF | a.example TXT \"v=spf1 redirect=b.example\" | SPF_REDIRECT PUBLISHED",
        "SPF | a.example TXT \"v=spf1 ip4:1.2.3 ~all\" | SPF_FLAWS SPF_ALL PUBLISHED",
        "SPF | a.example TXT \"v=spf1 -all\"; a.example TXT \"v=spf1 mx\" | SEVERAL",
        "SPF | a.example TXT \"v=spf10 -all\" | NEARLY NOT_PUBLISHED",
        "SPF | a.example TXT \"v=spf1\" | SPF_OPEN PUBLISHED",
        "SPF | a.example TXT \"v=spf1,-all\" | NEARLY NOT_PUBLISHED",
        "SPF | a.example TXT \"V=SPF1 -all\" | SPF_ALL PUBLISHED",
        "BIMI | default._bimi.a.example TXT \"v=BIMI1; l=https://a.example/l.svg\" |"
            + " BIMI_LOGO BIMI_NO_EVIDENCE PUBLISHED",
        "BIMI | default._bimi.a.example TXT \"v=BIMI1; l=; a=\" | BIMI_DECLINED",
        "BIMI | default._bimi.a.example TXT \"v=BIMI1; l=http://x/l.svg; a=https://x/v.pem\" |"
            + " BIMI_NOT_HTTPS PUBLISHED",
        "MTA-STS | _mta-sts.a.example TXT \"v=STSv1; id=20261123\" | STS_POLICY PUBLISHED",
        "MTA-STS | _mta-sts.a.example TXT \"v=STSv1; id=a-b; x\" | NOT_A_TAG STS_ID STS_POLICY"
            + " PUBLISHED",
        "MTA-STS | _mta-sts.a.example TXT SERVFAIL | LOOKUP_FAILED",
        "TLS-RPT | _smtp._tls.a.example TXT \"v=TLSRPTv1; rua=mailto:x@a.example\" | PUBLISHED",
        "TLS-RPT | _smtp._tls.a.example TXT \"v=TLSRPTv1; rua=ftp://x\" | RPT_URI PUBLISHED",
        "TLS-RPT | _smtp._tls.a.example TXT \"v=TLSRPTv1\" | RPT_NOWHERE PUBLISHED",
        "CAA | a.example CAA 0 issue \"ca.example\" | CAA_ISSUERS",
        "CAA | a.example CAA 0 issue \";\" | CAA_NOBODY",
        "CAA | a.example CAA 128 odd \"x\" | CAA_CRITICAL CAA_NOBODY",
        "CAA | a.example CAA 0 iodef \"mailto:x@a.example\" | CAA_ANYBODY",
        "CAA | a.example CAA 0 issuewild \";\" | CAA_KIND_NOBODY CAA_ANYBODY",
        "CAA | a.example CAA 0 issuevmc \"vmc.example\"; a.example CAA 0 issue \"ca.example\" |"
            + " CAA_KIND CAA_ISSUERS",
        "CAA | example CAA 0 issue \"ca.example\" | CAA_ISSUERS",
        "DNSSEC | a.example DNSKEY 257 3 13 AAAA | ISLAND",
        "DNSSEC | a.example DS 1 13 2"
            + " 0000000000000000000000000000000000000000000000000000000000000000 | KEYS_MISSING",
        "DNSSEC | a.example DS 1 5 1 0000000000000000000000000000000000000000; a.example DNSKEY 257"
            + " 3 5 AAAA | OLD_DIGEST OLD_ALGORITHM SIGNED",
        "DMARC | _dmarc.a.example TXT \"v=DMARC1; p=reject\" | DMARC_POLICY",
        "DMARC | a.example TXT \"v=DMARC1\" | DMARC_MISPLACED DMARC_NONE",
        "DMARC | a.example TXT \"v=DMARC10\" | DMARC_NONE",
      })
  void whatIsPublishedIsTold(String part, String lines, String reasons)
      throws InterruptedException {
    assertThat(reasons(part(part, lines.split("; (?=[a-z_.-]+example )"))))
        .containsExactlyElementsOf(expected(reasons));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 1 1 " + "ab" + " | TLSA_LENGTH TLSA_UNSIGNED TLSA_PINNED",
        "1 0 0 abcd | TLSA_USAGE TLSA_UNSIGNED TLSA_PINNED",
      })
  void pinsOfTheServersAreLookedAt(String pin, String reasons) throws InterruptedException {
    assertThat(
            reasons(
                part(
                    "DANE",
                    "a.example MX 10 mx.a.example",
                    "mx.a.example A 8.8.8.8",
                    "_25._tcp.mx.a.example TLSA " + pin)))
        .containsExactlyElementsOf(expected(reasons));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mailto:x@reports.a.example | | REPORTS_INSIDE",
        "mailto:x@b.example | a.example._report._dmarc.b.example TXT \"v=DMARC1\" |"
            + " REPORTS_AGREED",
        "mailto:x@b.example | a.example._report._dmarc.b.example NXDOMAIN | REPORTS_NOT_AGREED",
        "mailto:x@b.example | a.example._report._dmarc.b.example TXT \"v=DMARC10\" |"
            + " REPORTS_NOT_AGREED",
        "mailto:x@b.example | a.example._report._dmarc.b.example TXT \"other\" |"
            + " REPORTS_NOT_AGREED",
        "mailto:x@b.example | a.example._report._dmarc.b.example TXT SERVFAIL | LOOKUP_FAILED",
        "https://b.example/r | | REPORTS_NO_MAILBOX",
      })
  void reportsGoToThoseWhoAgreed(String uri, String line, String reason)
      throws InterruptedException {
    var record = "_dmarc.a.example TXT \"v=DMARC1; p=none; rua=" + uri + "\"";
    var dmarc = line == null ? part("DMARC", record) : part("DMARC", record, line);
    assertThat(dmarc.steps())
        .filteredOn(step -> step.topic() == PostureTopic.REPORTS)
        .singleElement()
        .extracting(PostureVerifierTest::reason)
        .isEqualTo(PostureReason.valueOf(reason));
  }

  @Test
  void addressThatTheReportsAreWantedAtInsteadIsTold() throws InterruptedException {
    var dmarc =
        part(
            "DMARC",
            "_dmarc.a.example TXT \"v=DMARC1; p=none; rua=mailto:x@b.example\"",
            "a.example._report._dmarc.b.example TXT \"v=DMARC1; rua=mailto:z@b.example\"");
    assertThat(dmarc.steps())
        .filteredOn(step -> step.topic() == PostureTopic.REPORTS)
        .singleElement()
        .satisfies(step ->
            assertThat(reasons(step))
                .containsExactly(PostureReason.REPORTS_INSTEAD, PostureReason.REPORTS_AGREED));
  }

  @Test
  void recordWithoutAUsablePolicyIsToldAsThat() throws InterruptedException {
    assertThat(reason(part("DMARC", "_dmarc.a.example TXT \"v=DMARC1\"")))
        .isEqualTo(DmarcReason.NO_POLICY);
  }

  /// RFC 7672, 2.2.1: without MX the domain itself is the server.
  @Test
  void pinsOfADomainThatTakesItsMailItselfAreLookedAt() throws InterruptedException {
    var dane = part("DANE", "a.example A 8.8.8.8", "_25._tcp.a.example TLSA 3 0 0 abcd");
    assertThat(reason(dane)).isEqualTo(PostureReason.TLSA_PINNED);
  }

  @Test
  void textIsADomainOrNot() {
    assertThat(PostureVerifier.domain(" bücher.example. ")).contains("xn--bcher-kva.example");
    assertThat(PostureVerifier.domain("")).isEmpty();
    assertThat(PostureVerifier.domain(".")).isEmpty();
    assertThat(PostureVerifier.domain("a..b")).isEmpty();
    assertThat(PostureVerifier.domain("_a-1.example")).contains("_a-1.example");
    assertThat(List.of("[192.0.2.1]", "192.0.2.1", "2001:db8::1", "a b.example", "x@a.example"))
        .allMatch(none -> PostureVerifier.domain(none).isEmpty());
    assertThat(List.of("a\\032b.example", "https://a.example", "a.example,b.example"))
        .allMatch(none -> PostureVerifier.domain(none).isEmpty());
    assertThat(PostureVerifier.domain("x".repeat(64) + ".example")).isEmpty();
  }

  @Property(tries = 100)
  void nothingIsThrownWhateverIsPublished(
      @ForAll @AlphaChars @Chars({';', '=', ' ', ':', '/', ',', '@', '!'}) @StringLength(max = 60)
          String text)
      throws InterruptedException {
    var step =
        posture(
            "a.example TXT \"v=spf1 " + text.replace(";", "\\;") + "\"",
            "default._bimi.a.example TXT \"v=BIMI1;" + text + "\"",
            "_mta-sts.a.example TXT \"v=STSv1;" + text + "\"",
            "_smtp._tls.a.example TXT \"v=TLSRPTv1;rua=" + text + "\"");
    assertThat(step.steps()).hasSize(9).allMatch(each -> each.outcome().isPresent());
  }
}
