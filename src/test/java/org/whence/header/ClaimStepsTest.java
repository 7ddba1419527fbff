package org.whence.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.chain.Finding;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.mail.Message;

final class ClaimStepsTest {
  private static final String CLAIMS =
      """
      Authentication-Results: mx.corp.example; spf=pass smtp.mailfrom=a.example
      Received: by mx.corp.example
      Authentication-Results: mx.corp.example; dkim=pass
      Authentication-Results: other.example; none
      Authentication-Results: spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=a.example;
       compauth=fail reason=001
      ARC-Authentication-Results: i=1; arc.example; dkim=fail header.d=a.example
      Received-SPF: softfail (x) client-ip=192.0.2.1; receiver=mx.corp.example
      """;

  @Test
  void everyFieldThatClaimsResultsHasAStep() {
    var steps = HeaderCase.of(CLAIMS).step().steps();

    assertThat(steps).extracting(Step::topic).containsOnly(HeaderTopic.CLAIM).hasSize(6);
    assertThat(steps.getFirst().values())
        .containsExactly(
            Value.of("Authentication-Results"),
            Value.of("mx.corp.example"),
            new Value.Place(1, 0, 74));
    assertThat(steps.getLast().values().get(1)).isEqualTo(Value.of("mx.corp.example"));
  }

  @Test
  void withoutAListNoneIsBelieved() {
    var steps = HeaderCase.of(CLAIMS).step().steps();

    assertThat(steps)
        .extracting(step -> step.findings().getFirst().reason())
        .containsExactly(
            HeaderReason.NO_LIST,
            HeaderReason.NO_LIST,
            HeaderReason.NO_LIST,
            HeaderReason.NO_AUTHSERV_ID,
            HeaderReason.FOR_OTHERS,
            HeaderReason.FOR_OTHERS);
  }

  @Test
  void newestOfTheListIsBelieved() {
    var steps = HeaderCase.believing(CLAIMS, Optional.empty(), "mx.corp.example").step().steps();

    assertThat(steps)
        .extracting(step -> step.findings().getFirst().reason())
        .startsWith(
            HeaderReason.BELIEVED,
            HeaderReason.NOT_NEWEST,
            HeaderReason.NOT_LISTED,
            HeaderReason.NO_AUTHSERV_ID);
  }

  @Test
  void fieldBelowTheTrustLineIsNotBelieved() {
    var below = CLAIMS.substring(CLAIMS.indexOf("Received:"));
    var line = Message.read(below.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var found =
        HeaderCase.believing(below, Optional.of(line.headerStart()), "mx.corp.example").step();

    assertThat(found.steps().getFirst().findings().getFirst().reason())
        .isEqualTo(HeaderReason.BELOW_LINE);
  }

  @Test
  void statementsAreToldWithWhatTheyRestOnAndTheFlawsWithTheirPlace() {
    var microsoft = HeaderCase.of(CLAIMS).step().steps().get(3);

    assertThat(HeaderCase.findings(microsoft, HeaderReason.CLAIMED))
        .extracting(HeaderCase::text)
        .containsExactly("spf fail smtp.mailfrom=a.example", "compauth fail reason=001");
    var flaw = HeaderCase.findings(microsoft, HeaderReason.CLAIM_FLAW).getFirst();
    assertThat(HeaderCase.text(flaw)).isEqualTo("no-authserv-id");
    var at = CLAIMS.indexOf("spf=fail");
    assertThat(flaw.values().getLast()).isEqualTo(new Value.Place(5, at, at + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "000, failed explicitly",
    "001, failed implicitly",
    "130, an ARC chain",
    "109, passed",
    "451, bypassed",
    "702, passed",
  })
  void codeOfCompositeAuthenticationIsPutIntoWords(String code, String words) {
    var header = "Authentication-Results: compauth=pass reason=" + code + "\n";
    var step = HeaderCase.of(header).step().steps().getFirst();

    assertThat(HeaderCase.findings(step, HeaderReason.CODE))
        .singleElement()
        .extracting(HeaderCase::text)
        .asString()
        .startsWith("reason:" + code)
        .contains(words)
        .contains("https://learn.microsoft.com/");
  }

  @Test
  void unknownCodeHasNoWords() {
    var header = "Authentication-Results: compauth=pass reason=8\n";
    var step = HeaderCase.of(header).step().steps().getFirst();

    assertThat(step.findings()).extracting(Finding::reason).doesNotContain(HeaderReason.CODE);
  }
}
