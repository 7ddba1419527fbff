package org.whence.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestZone;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

final class CoverageTest {
  private static List<String> findings(SignatureResult result, DkimReason reason) {
    return result.step().findings().stream()
        .filter(finding -> finding.reason() == reason)
        .map(CoverageTest::text)
        .toList();
  }

  private static String text(Finding finding) {
    return String.join(
        "|",
        finding.values().stream()
            .map(value ->
                switch (value) {
                  case Value.Address(var address) -> address.getHostAddress();
                  case Value.Domain(var name) -> name;
                  case Value.Text(var text) -> text;
                  case Value.Count(var number) -> Long.toString(number);
                  case Value.Place place -> place.toString();
                })
            .toList());
  }

  private static SignatureResult check(String message) throws InterruptedException {
    return DkimVerifierTest.only(DkimVerifierTest.zone(), message);
  }

  @Test
  void fieldsAreToldAsSignedUnsignedAndGuarded() throws InterruptedException {
    var signed =
        Signer.relaxed()
            .signing("from:from:to:subject:date:message-id:reply-to:cc:cc")
            .sign(DkimVerifierTest.MESSAGE);
    var result = check("Received: x\r\nX-Spam: y\r\n" + signed);

    assertThat(result.warnings()).isEmpty();
    assertThat(findings(result, DkimReason.SIGNED_FIELDS))
        .containsExactly("From, To, Subject, Date, Message-ID|5");
    assertThat(findings(result, DkimReason.UNSIGNED_FIELDS)).containsExactly("Received, X-Spam|2");
    assertThat(findings(result, DkimReason.OVER_SIGNED)).containsExactly("from, reply-to, cc");
  }

  @Test
  void fieldAddedAboveASignedOneIsAWarning() throws InterruptedException {
    var signed = Signer.relaxed().sign(DkimVerifierTest.MESSAGE);
    var result = check("Subject: Win!\r\n" + signed);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(findings(result, DkimReason.UNSIGNED_HEADER_ADDED)).containsExactly("Subject");
    assertThat(result.warnings()).containsExactly(DkimReason.UNSIGNED_HEADER_ADDED);
  }

  @Test
  void unsignedFieldThatReadersSeeIsAWarning() throws InterruptedException {
    var signed =
        Signer.relaxed()
            .signing("from:to:date:message-id")
            .sign("Content-Type: text/html\n" + DkimVerifierTest.MESSAGE);

    assertThat(findings(check(signed), DkimReason.HEADER_NOT_SIGNED))
        .containsExactly("Subject", "Content-Type");
  }

  @ParameterizedTest
  @CsvSource({
    "'Ann <ann@example.org>',FROM_IN_SDID",
    "'ann@news.EXAMPLE.org',FROM_IN_SDID",
    "'ann@notexample.org',FROM_NOT_IN_SDID",
    "'\"ann@example.org\" <x@example.com>',FROM_NOT_IN_SDID",
    "'x@example.com (ann@example.org)',FROM_NOT_IN_SDID"
  })
  void authorIsHeldAgainstTheSigner(String from, DkimReason reason) throws InterruptedException {
    var message = DkimVerifierTest.MESSAGE.replace("Ann <ann@example.org>", from);
    var result = check(Signer.relaxed().sign(message));

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(findings(result, reason)).hasSize(1);
  }

  @Test
  void clockOfTheSignerMayBeALittleAhead() throws InterruptedException {
    var now = TestZone.NOW.getEpochSecond();
    var skew = Coverage.SKEW.toSeconds();

    assertThat(signedAt(now + skew).warnings()).isEmpty();
    assertThat(signedAt(now + skew + 1).warnings())
        .containsExactly(DkimReason.SIGNED_IN_THE_FUTURE);
    assertThat(signedAt(now + skew + 1).verdict()).isEqualTo(Verdict.PASS);
  }

  private static SignatureResult signedAt(long seconds) throws InterruptedException {
    return check(
        Signer.relaxed().tagged(Signer.TAGS + "; t=" + seconds).sign(DkimVerifierTest.MESSAGE));
  }
}
