package org.whence.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whence.chain.Verdict;

/// What RFC 7489 says where RFC 9989 says something else.
final class OlderReadingTest {
  private static DmarcCheck older(String zone) {
    return DmarcCheck.in(zone).by(DmarcSpec.RFC7489);
  }

  @Test
  void organizationComesFromTheListWithTwoQuestionsAtMost() throws InterruptedException {
    var zone =
        """
        _dmarc.a.b.bank.co.uk NXDOMAIN
        _dmarc.bank.co.uk TXT "v=DMARC1; p=reject"
        """;
    var check = older(zone).from("a.b.bank.co.uk").signed("mail.bank.co.uk");
    var result = check.check();
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.decisive().orElseThrow().organization()).contains("bank.co.uk");
    assertThat(check.asked()).containsExactly("_dmarc.a.b.bank.co.uk TXT", "_dmarc.bank.co.uk TXT");
  }

  @Test
  void severalRecordsEndTheLookUp() throws InterruptedException {
    var zone =
        """
        _dmarc.mail.bank.example TXT "v=DMARC1; p=reject"
        _dmarc.mail.bank.example TXT "v=DMARC1; p=none"
        _dmarc.bank.example TXT "v=DMARC1; p=reject"
        """;
    var check = older(zone).from("mail.bank.example");
    assertThat(check.check().reason()).isEqualTo(DmarcReason.SEVERAL_RECORDS_END);
    assertThat(check.asked()).hasSize(1);
  }

  @Test
  void tagsOfTheNewerTextMeanNothing() throws InterruptedException {
    var zone =
        """
        _dmarc.gone.bank.example NXDOMAIN
        _dmarc.bank.example TXT "v=DMARC1; p=reject; np=wrong; t=y; psd=n; pct=10"
        """;
    var result = older(zone).from("gone.bank.example").check();
    assertThat(result.policy()).contains(new Applied(Policy.REJECT, Policy.REJECT, PolicySource.P));
    assertThat(result.warnings()).contains("sampled");
  }

  @Test
  void publicSuffixItselfIsItsOwnOrganization() throws InterruptedException {
    var result = older("_dmarc.co.uk NXDOMAIN\n").from("co.uk").check();
    assertThat(result.reason()).isEqualTo(DmarcReason.NO_RECORD);
    assertThat(result.decisive().orElseThrow().organization()).contains("co.uk");
  }

  @Test
  void foreignDomainBelowTheSameSuffixIsOfAnotherOrganization() throws InterruptedException {
    var zone = "_dmarc.bank.co.uk TXT \"v=DMARC1; p=reject\"\n";
    var result = older(zone).from("bank.co.uk").signed("evil.co.uk").check();
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
  }
}
