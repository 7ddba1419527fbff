package org.whence.dmarc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dmarc.DmarcCheck.BANK;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

final class DmarcVerifierTest {
  @Test
  void nothingAuthenticatedFails() throws InterruptedException {
    var result = DmarcCheck.in(BANK).from("bank.example").spf(Verdict.FAIL, "bank.example").check();
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.reason()).isEqualTo(DmarcReason.NOTHING_AUTHENTICATED);
    assertThat(result.policy()).contains(new Applied(Policy.REJECT, Policy.REJECT, PolicySource.P));
    assertThat(result.decisive().orElseThrow().spf()).contains(Alignment.NO);
  }

  @Test
  void siblingOfOneOrganizationIsAlignedRelaxed() throws InterruptedException {
    var result = DmarcCheck.in(BANK).from("news.bank.example").signed("mail.bank.example").check();
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.values())
        .containsExactly(Value.of("DKIM"), Value.domain("mail.bank.example"), Value.of("relaxed"));
    assertThat(result.decisive().orElseThrow().dkim()).contains(Alignment.RELAXED);
  }

  @Test
  void foreignIdentifierIsNotWalkedFor() throws InterruptedException {
    var check = DmarcCheck.in(BANK).from("bank.example").signed("evil.example");
    assertThat(check.check().reason()).isEqualTo(DmarcReason.NOT_ALIGNED);
    assertThat(check.asked()).containsExactly("_dmarc.bank.example TXT", "_dmarc.example TXT");
  }

  @Test
  void foreignIdentifierIsAFailureOnlyWhereNothingHolds() throws InterruptedException {
    var failed = DmarcCheck.in(BANK).from("bank.example").signed("evil.example").check();
    var passed =
        DmarcCheck.in(BANK).from("bank.example").signed("evil.example").signed("bank.example");
    assertThat(verdict(failed, 0)).isEqualTo(Verdict.FAIL);
    assertThat(verdict(passed.check(), 0)).isEqualTo(Verdict.NEUTRAL);
  }

  private static Verdict verdict(DmarcResult result, int identifier) {
    return DmarcCheck.steps(result, DmarcTopic.IDENTIFIER)
        .get(identifier)
        .outcome()
        .orElseThrow()
        .verdict();
  }

  @Test
  void identifierBehindPsdOfItsOwnIsOfAnotherOrganization() throws InterruptedException {
    var zone = BANK + "_dmarc.franchise.bank.example TXT \"v=DMARC1; p=none; psd=n\"\n";
    var result = DmarcCheck.in(zone).from("bank.example").signed("franchise.bank.example").check();
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(
            DmarcCheck.steps(result, DmarcTopic.IDENTIFIER)
                .getFirst()
                .outcome()
                .orElseThrow()
                .reason())
        .isEqualTo(DmarcReason.OTHER_ORGANIZATION);
  }

  @Test
  void recordOfThePublicSuffixAppliesWhereTheOrganizationHasNone() throws InterruptedException {
    var zone =
        """
        _dmarc.shop.example NXDOMAIN
        shop.example A 192.0.2.1
        _dmarc.example TXT "v=DMARC1; p=reject; sp=quarantine; np=reject; psd=y"
        """;
    var result = DmarcCheck.in(zone).from("shop.example").check();
    assertThat(result.policy())
        .contains(new Applied(Policy.QUARANTINE, Policy.QUARANTINE, PolicySource.PSD));
    var author = result.decisive().orElseThrow();
    assertThat(author.recordDomain()).contains("example");
    assertThat(author.organization()).contains("shop.example");
  }

  @Test
  void recordBetweenTheAuthorAndItsOrganizationIsPassedOverAndTold() throws InterruptedException {
    var zone =
        """
        _dmarc.a.dept.shop.example NXDOMAIN
        _dmarc.dept.shop.example TXT "v=DMARC1; p=none"
        _dmarc.shop.example TXT "v=DMARC1; p=reject"
        _dmarc.example TXT "v=DMARC1; p=none; psd=y"
        """;
    var result = DmarcCheck.in(zone).from("a.dept.shop.example").check();
    assertThat(result.decisive().orElseThrow().recordDomain()).contains("shop.example");
    assertThat(result.step().allFindings())
        .filteredOn(finding -> finding.reason() == DmarcReason.PASSED_OVER)
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.values()).containsExactly(Value.domain("dept.shop.example")));
    var own = DmarcCheck.in(zone).from("dept.shop.example").check();
    assertThat(own.warnings()).doesNotContain("passed-over");
  }

  @Test
  void existenceIsAskedForOnlyWhereNothingTellsIt() throws InterruptedException {
    var zone =
        """
        _dmarc.sub.bank.example TXT "something else"
        _dmarc.bank.example TXT "v=DMARC1; p=reject; np=none"
        _dmarc.example NXDOMAIN
        """;
    var check = DmarcCheck.in(zone).from("sub.bank.example");
    assertThat(check.check().policy().orElseThrow().source()).isEqualTo(PolicySource.P);
    assertThat(check.asked()).doesNotContain("sub.bank.example A");
  }

  @Test
  void aliasOfANameThatIsGoneExists() throws InterruptedException {
    var zone =
        """
        _dmarc.sub.bank.example NXDOMAIN
        sub.bank.example CNAME gone.example
        gone.example NXDOMAIN
        _dmarc.bank.example TXT "v=DMARC1; p=reject; sp=none; np=quarantine"
        _dmarc.example NXDOMAIN
        """;
    var result = DmarcCheck.in(zone).from("sub.bank.example").check();
    assertThat(result.policy().orElseThrow().source()).isEqualTo(PolicySource.SP);
  }

  @Test
  void failureBeforeARecordIsFoundIsTemporary() throws InterruptedException {
    var zone =
        """
        _dmarc.news.bank.example NXDOMAIN
        _dmarc.bank.example TXT SERVFAIL
        """;
    var check = DmarcCheck.in(zone).from("news.bank.example").signed("news.bank.example");
    var result = check.check();
    assertThat(result.verdict()).isEqualTo(Verdict.TEMPERROR);
    assertThat(result.values())
        .containsExactly(
            Value.domain("_dmarc.bank.example"), Value.of("TXT"), Value.of("servfail"));
    assertThat(check.asked()).hasSize(2);
  }

  @Test
  void failureAboveTheAuthorsRecordLeavesIdenticalDomainsAligned() throws InterruptedException {
    var zone =
        """
        _dmarc.bank.example TXT "v=DMARC1; p=reject"
        _dmarc.example TXT TIMEOUT
        """;
    var same = DmarcCheck.in(zone).from("bank.example").signed("bank.example").check();
    assertThat(same.verdict()).isEqualTo(Verdict.PASS);
    var below = DmarcCheck.in(zone).from("bank.example").signed("a.bank.example").check();
    assertThat(below.verdict()).isEqualTo(Verdict.TEMPERROR);
    assertThat(below.reason()).isEqualTo(DmarcReason.ALIGNMENT_OPEN);
    assertThat(below.decisive().orElseThrow().dkim()).contains(Alignment.UNKNOWN);
    var apart = DmarcCheck.in(zone).from("bank.example").signed("bank.invalid").check();
    assertThat(apart.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void unknownExistenceIsTemporaryOnlyWhereTheMessageFailsAndThePoliciesDiffer()
      throws InterruptedException {
    var zone =
        """
        _dmarc.sub.bank.example NXDOMAIN
        sub.bank.example A TIMEOUT
        _dmarc.bank.example TXT "v=DMARC1; p=reject; np=none"
        _dmarc.example NXDOMAIN
        """;
    var failing = DmarcCheck.in(zone).from("sub.bank.example").check();
    assertThat(failing.reason()).isEqualTo(DmarcReason.POLICY_UNKNOWN);
    assertThat(failing.policy()).isEmpty();
    var passing = DmarcCheck.in(zone).from("sub.bank.example").signed("sub.bank.example").check();
    assertThat(passing.verdict()).isEqualTo(Verdict.PASS);
    var alike = DmarcCheck.in(zone.replace("np=none", "np=reject")).from("sub.bank.example");
    assertThat(alike.check().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void recordsThatAreSetAsideAreAmongTheWarnings() throws InterruptedException {
    var zone =
        """
        _dmarc.two.example TXT "v=DMARC1; p=reject"
        _dmarc.two.example TXT "v=DMARC1; p=none"
        _dmarc.twice.example TXT "v=DMARC1; p=reject; p=none"
        _dmarc.bare.example TXT "v=DMARC1; sp=reject"
        _dmarc.example NXDOMAIN
        """;
    assertThat(DmarcCheck.in(zone).from("two.example").check().warnings())
        .contains("several-records-here");
    assertThat(DmarcCheck.in(zone).from("twice.example").check().warnings())
        .contains("duplicate-tag", "unusable-record");
    assertThat(DmarcCheck.in(zone).from("bare.example").check().warnings())
        .contains("no-p", "no-policy");
  }

  @Test
  void recordWithoutAUsablePolicyIsShownAllTheSame() throws InterruptedException {
    var zone =
        """
        _dmarc.bare.example TXT "v=DMARC1; sp=reject"
        _dmarc.example NXDOMAIN
        """;
    var author = DmarcCheck.in(zone).from("bare.example").check().decisive().orElseThrow();
    assertThat(author.reason()).isEqualTo(DmarcReason.NO_POLICY);
    assertThat(author.recordDomain()).contains("bare.example");
    assertThat(author.record().orElseThrow().value("sp")).contains("reject");
    assertThat(author.policy()).isEmpty();
    assertThat(author.dkim()).isEmpty();
  }

  @Test
  void identifiersBeyondTheLimitAreNotWalkedFor() throws InterruptedException {
    var zone = new StringBuilder(BANK);
    var check = IntStream.range(0, 40).mapToObj(i -> "s" + i + ".bank.example").toList();
    check.forEach(domain ->
        zone.append("_dmarc.").append(domain).append(" TXT \"v=DMARC1; p=none; psd=n\"\n"));
    var all = DmarcCheck.in(zone.toString()).from("bank.example");
    check.forEach(all::signed);
    var result = all.check();
    assertThat(result.verdict()).isEqualTo(Verdict.TEMPERROR);
    assertThat(all.asked()).hasSize(2 + Organizations.MAX_WALKS);
  }

  @Test
  void offlineSaysSoAndJudgesNothing() {
    var zone = org.whence.TestZone.of("");
    var root = Branch.root(zone, org.whence.chain.ChainTopic.QUESTION);
    var request =
        new DmarcRequest(
            java.util.List.of("bank.example"), java.util.Optional.empty(), java.util.List.of());
    var result = new DmarcVerifier(DmarcSpec.RFC9989, SuffixLists.bundled()).offline(request, root);
    assertThat(result.verdict()).isEqualTo(Verdict.NONE);
    assertThat(result.reason()).isEqualTo(DmarcReason.OFFLINE);
    assertThat(zone.asked()).isEmpty();
  }

  @Test
  void identifierThatFitsAndCouldNotBeAuthenticatedLeavesTheResultOpen()
      throws InterruptedException {
    var fits = DmarcCheck.in(BANK).from("bank.example").spf(Verdict.TEMPERROR, "bank.example");
    assertThat(fits.check().reason()).isEqualTo(DmarcReason.ALIGNMENT_OPEN);
    var below =
        DmarcCheck.in(BANK).from("bank.example").spf(Verdict.TEMPERROR, "mail.bank.example");
    assertThat(below.check().verdict()).isEqualTo(Verdict.TEMPERROR);
    var foreign = DmarcCheck.in(BANK).from("bank.example").spf(Verdict.TEMPERROR, "evil.example");
    assertThat(foreign.check().verdict()).isEqualTo(Verdict.FAIL);
    var signed = fits.signed("bank.example").check();
    assertThat(signed.verdict()).isEqualTo(Verdict.PASS);
  }
}
