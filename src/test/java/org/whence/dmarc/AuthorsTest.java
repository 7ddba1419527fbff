package org.whence.dmarc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dmarc.DmarcCheck.BANK;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// Several authors, more than are judged, and authors that are no domains.
final class AuthorsTest {
  @Test
  void ofSeveralAuthorsTheStrictestFailureDecides() throws InterruptedException {
    var zone =
        BANK
            + """
            _dmarc.shop.example TXT "v=DMARC1; p=none"
            _dmarc.fine.example TXT "v=DMARC1; p=reject"
            """;
    var result =
        DmarcCheck.in(zone)
            .from("fine.example", "shop.example", "bank.example", "BANK.example")
            .signed("fine.example")
            .check();
    assertThat(result.authors())
        .extracting(AuthorResult::domain)
        .containsExactly("fine.example", "shop.example", "bank.example");
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.decisive().orElseThrow().domain()).isEqualTo("bank.example");
    assertThat(result.warnings()).contains("several-authors");
  }

  @Test
  void authorWithoutARecordKeepsTheOthersFromPassing() throws InterruptedException {
    var zone = BANK + "_dmarc.small.example NXDOMAIN\n";
    var result =
        DmarcCheck.in(zone).from("bank.example", "small.example").signed("bank.example").check();
    assertThat(result.verdict()).isEqualTo(Verdict.NONE);
    assertThat(result.decisive().orElseThrow().domain()).isEqualTo("small.example");
  }

  @Test
  void authorsBeyondTheLimitAreTold() throws InterruptedException {
    var zone = new StringBuilder("_dmarc.example NXDOMAIN\n");
    var domains = IntStream.range(0, 30).mapToObj(i -> "a" + i + ".example").toList();
    domains.forEach(domain -> zone.append("_dmarc.").append(domain).append(" NXDOMAIN\n"));
    var check = DmarcCheck.in(zone.toString()).from(domains.toArray(String[]::new));
    var result = check.check();
    assertThat(result.authors()).hasSize(DmarcVerifier.MAX_AUTHORS);
    assertThat(result.warnings()).contains("too-many-authors");
    assertThat(check.asked()).hasSize(DmarcVerifier.MAX_AUTHORS + 1);
  }

  /// Ten domains of one's own before another's are no way past its policy.
  @Test
  void authorsBeyondTheLimitKeepTheOthersFromPassing() throws InterruptedException {
    var zone = new StringBuilder("_dmarc.example NXDOMAIN\n");
    var own =
        IntStream.range(0, DmarcVerifier.MAX_AUTHORS).mapToObj(i -> "a" + i + ".example").toList();
    own.forEach(
        domain -> zone.append("_dmarc.").append(domain).append(" TXT \"v=DMARC1; p=none\"\n"));
    var all = DmarcCheck.in(zone.toString()).from(own.toArray(String[]::new));
    own.forEach(all::signed);
    assertThat(all.check().verdict()).isEqualTo(Verdict.PASS);
    var result = all.from("bank.example").check();
    assertThat(result.verdict()).isEqualTo(Verdict.PERMERROR);
    assertThat(result.reason()).isEqualTo(DmarcReason.TOO_MANY_AUTHORS);
    assertThat(result.values())
        .containsExactly(
            Value.of(DmarcVerifier.MAX_AUTHORS + 1), Value.of(DmarcVerifier.MAX_AUTHORS));
    assertThat(result.decisive()).isEmpty();
  }

  @Test
  void authorsThatWereNotReadKeepTheOthersFromPassing() throws InterruptedException {
    var passing = List.of(new Identifier(Verdict.PASS, "bank.example"));
    var result = notAllRead(passing);
    assertThat(result.verdict()).isEqualTo(Verdict.PERMERROR);
    assertThat(result.reason()).isEqualTo(DmarcReason.AUTHORS_NOT_READ);
    assertThat(notAllRead(List.of()).verdict()).isEqualTo(Verdict.FAIL);
  }

  private static DmarcResult notAllRead(List<Identifier> dkim) throws InterruptedException {
    var root = Branch.root(org.whence.TestZone.of(BANK), org.whence.chain.ChainTopic.QUESTION);
    var request = new DmarcRequest(List.of("bank.example"), Optional.empty(), dkim, false);
    return new DmarcVerifier(DmarcSpec.RFC9989, SuffixLists.bundled()).check(request, root);
  }

  @Test
  void failureDecidesHoweverManyAuthorsThereAre() throws InterruptedException {
    var zone = new StringBuilder(BANK);
    var domains = IntStream.range(0, 12).mapToObj(i -> "a" + i + ".example").toList();
    domains.forEach(domain -> zone.append("_dmarc.").append(domain).append(" NXDOMAIN\n"));
    var all =
        DmarcCheck.in(zone.toString()).from("bank.example").from(domains.toArray(String[]::new));
    assertThat(all.check().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void withoutAnAuthorThereIsNothingToJudge() throws InterruptedException {
    var result = DmarcCheck.in("").signed("bank.example").check();
    assertThat(result.verdict()).isEqualTo(Verdict.NONE);
    assertThat(result.reason()).isEqualTo(DmarcReason.NO_AUTHOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[192.0.2.1]", "192.0.2.1", "[IPv6:2001:db8::1]", "a..b", "", "."})
  void whatIsNoNameHasNoPolicyAndIsNotAsked(String domain) throws InterruptedException {
    var check = DmarcCheck.in("").from(domain);
    assertThat(check.check().reason()).isEqualTo(DmarcReason.NOT_A_DOMAIN);
    assertThat(check.asked()).isEmpty();
  }

  @Test
  void singleLabelIsANameLikeAnyOther() throws InterruptedException {
    var result =
        DmarcCheck.in("_dmarc.intranet TXT \"v=DMARC1; p=reject\"\n").from("intranet").check();
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.decisive().orElseThrow().organization()).contains("intranet");
  }

  @Test
  void nameTooLongForItsRecordIsWalkedAllTheSame() throws InterruptedException {
    var deep = "a.".repeat(126) + "a";
    var zone = new StringBuilder();
    for (var labels = 7; labels > 0; labels--) {
      zone.append("_dmarc").append(".a".repeat(labels)).append(" NXDOMAIN\n");
    }
    var check = DmarcCheck.in(zone.toString()).from(deep);
    assertThat(check.check().reason()).isEqualTo(DmarcReason.NO_RECORD);
    assertThat(check.asked()).hasSize(7);
  }

  @Test
  void internationalDomainIsAskedAsALabels() throws InterruptedException {
    var zone =
        """
        _dmarc.xn--bcher-kva.example TXT "v=DMARC1; p=reject"
        _dmarc.example NXDOMAIN
        """;
    var result =
        DmarcCheck.in(zone).from("B\u00FCcher.example").signed("xn--bcher-kva.EXAMPLE").check();
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.decisive().orElseThrow().domain()).isEqualTo("xn--bcher-kva.example");
  }
}
