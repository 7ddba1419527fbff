package org.whence.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Finding;
import org.whence.chain.Value;

/// Where RFC 9989 and RFC 7489 come to different ends, and why.
final class BothReadingsTest {
  private static Finding finding(String zone, String from, String signed)
      throws InterruptedException {
    var newer = DmarcCheck.in(zone).from(from).signed(signed).check();
    var older = DmarcCheck.in(zone).from(from).signed(signed).by(DmarcSpec.RFC7489).check();
    var branch = Branch.root(TestZone.of(""), ChainTopic.QUESTION);
    var differs = new BothReadings(newer, older, SuffixLists.bundled()).note(branch);
    var found = branch.close().findings();
    assertThat(found).hasSize(1);
    assertThat(differs).isEqualTo(found.getFirst().reason() != DmarcReason.SAME_BY_BOTH);
    return found.getFirst();
  }

  @Test
  void sameIsSaid() throws InterruptedException {
    var zone =
        """
        _dmarc.bank.example TXT "v=DMARC1; p=reject"
        _dmarc.example NXDOMAIN
        """;
    assertThat(finding(zone, "bank.example", "bank.example").reason())
        .isEqualTo(DmarcReason.SAME_BY_BOTH);
  }

  @Test
  void organizationByTheListMayBeAnother() throws InterruptedException {
    var zone =
        """
        _dmarc.a.dept.bank.example NXDOMAIN
        _dmarc.b.dept.bank.example NXDOMAIN
        _dmarc.mail.bank.example NXDOMAIN
        _dmarc.dept.bank.example TXT "v=DMARC1; p=reject; psd=n"
        _dmarc.bank.example TXT "v=DMARC1; p=none"
        """;
    var found = finding(zone, "a.dept.bank.example", "mail.bank.example");
    assertThat(found.reason()).isEqualTo(DmarcReason.OTHER_ORGANIZATION_BY_LIST);
    assertThat(found.values().subList(0, 4))
        .isEqualTo(
            List.of(
                Value.domain("dept.bank.example"),
                Value.domain("bank.example"),
                Value.of("fail"),
                Value.of("pass")));
  }

  @Test
  void severalRecordsEndTheOlderLookUpAlone() throws InterruptedException {
    var zone =
        """
        _dmarc.mail.bank.example TXT "v=DMARC1; p=reject"
        _dmarc.mail.bank.example TXT "v=DMARC1; p=none"
        _dmarc.bank.example TXT "v=DMARC1; p=reject"
        _dmarc.example NXDOMAIN
        """;
    assertThat(finding(zone, "mail.bank.example", "evil.example").reason())
        .isEqualTo(DmarcReason.OTHER_RECORD);
  }

  @Test
  void newerTagsMakeAnotherPolicy() throws InterruptedException {
    var zone =
        """
        _dmarc.bank.example TXT "v=DMARC1; p=reject; t=y"
        _dmarc.example NXDOMAIN
        """;
    var found = finding(zone, "bank.example", "evil.example");
    assertThat(found.reason()).isEqualTo(DmarcReason.OTHER_POLICY);
    assertThat(found.values()).containsExactly(Value.of("quarantine"), Value.of("reject"));
  }
}
