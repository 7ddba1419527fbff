package org.whence.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whence.mail.Belief.Why;

final class BeliefTest {
  private static final String HEADER =
      """
      Authentication-Results: filter.example; none
      Authentication-Results: mx.corp.example; spf=pass
      Authentication-Results: MX.corp.example; dkim=fail
      Received: from a (a.example [192.0.2.10]) by mx.corp.example
      Authentication-Results: mx.corp.example; spf=pass; dkim=pass
      Authentication-Results: spf=pass smtp.mailfrom=a.example
      """;

  @Test
  void withoutAListNoneIsBelievedAndTheIdsThatWereSeenAreOffered() {
    var belief = belief(HEADER, List.of());

    assertThat(belief.why()).isEqualTo(Why.NO_LIST);
    assertThat(belief.believed()).isEmpty();
    assertThat(belief.claims()).hasSize(5);
    assertThat(belief.seenIds())
        .containsExactly("filter.example", "mx.corp.example", "MX.corp.example");
  }

  @Test
  void newestOfTheListIsBelievedWithItsNeighboursOfTheSameServer() {
    var belief = belief(HEADER, List.of("mx.corp.example"));

    assertThat(belief.why()).isEqualTo(Why.NEWEST_LISTED);
    assertThat(belief.believed()).extracting(claim -> claim.field().line()).containsExactly(2, 3);
  }

  @Test
  void listThatFitsNobodyLeavesNoneBelieved() {
    assertThat(belief(HEADER, List.of("corp.example")).why()).isEqualTo(Why.NOT_LISTED);
    assertThat(belief("Subject: x\n", List.of("corp.example")).why()).isEqualTo(Why.NO_CLAIM);
  }

  @Test
  void fieldBelowTheTrustLineIsNotBelievedWhateverItsId() {
    var message =
        message("Received: by mx.corp.example\nAuthentication-Results: a.example; none\n");
    var line = Optional.of(message.first("Received").orElseThrow().start());

    assertThat(Belief.of(message, List.of("a.example"), line).why()).isEqualTo(Why.BELOW_LINE);
    assertThat(Belief.of(message, List.of("a.example"), Optional.empty()).why())
        .isEqualTo(Why.NEWEST_LISTED);
  }

  @Test
  void idOfTheListStandsForAllJobsOfItsServer() {
    var header =
        """
        Authentication-Results: mx.corp.example/1vKtcg-00000003aXb; spf=pass
        Authentication-Results: mx.corp.example/1vKtcg-00000003aXb; dkim=fail
        Authentication-Results: mx.corp.example/another; dmarc=pass
        """;
    var belief = belief(header, List.of("MX.corp.example"));

    assertThat(belief.why()).isEqualTo(Why.NEWEST_LISTED);
    assertThat(belief.believed()).extracting(claim -> claim.field().line()).containsExactly(1, 2);
    assertThat(belief.seenIds()).containsExactly("mx.corp.example");
    assertThat(belief(header, List.of("mx.corp.example/another")).believed()).hasSize(1);
    assertThat(belief(header, List.of("corp.example", "/", "mx")).why()).isEqualTo(Why.NOT_LISTED);
  }

  @Test
  void idsAreComparedAsALabels() {
    var belief =
        belief(
            "Authentication-Results: \"m\u00fcnchen.example\"; none\n",
            List.of("xn--mnchen-3ya.example"));

    assertThat(belief.believed()).hasSize(1);
  }

  private static Belief belief(String header, List<String> ids) {
    return Belief.of(message(header), ids, Optional.empty());
  }

  private static Message message(String header) {
    return Message.read((header + "\n").getBytes(UTF_8));
  }
}
