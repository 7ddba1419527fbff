package org.whence.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.dkim.Explained.KeyUse;
import static org.whence.dkim.Explained.MESSAGE;
import static org.whence.dkim.Explained.body;
import static org.whence.dkim.Explained.check;
import static org.whence.dkim.Explained.explained;
import static org.whence.dkim.Explained.header;

import org.junit.jupiter.api.Test;
import org.whence.chain.Verdict;

/// Messages that were changed after signing, each in one of the ways that lists, gateways and
/// stores change them; what was done is found, and stays a finding.
final class ExplanationTest {
  @Test
  void whatListsDoTogetherIsFoundTogether() throws InterruptedException {
    var changed =
        Signer.relaxed()
            .sign(MESSAGE)
            .replace("Subject: Lunch", "Subject: [list] Lunch")
            .replace(
                "From: Ann Ax <ann@example.org>",
                "Reply-To: Ann Ax <ann@example.org>\r\nFrom: Ann via list <list@x.example>");

    var explanation = explained(Signer.relaxed(), changed + "__\r\n", Explanation.Part.HEADER);
    assertThat(explanation.changes())
        .extracting(Change::reason)
        .containsExactly(DkimReason.FROM_REWRITTEN, DkimReason.SUBJECT_TAG);
    assertThat(body(Signer.relaxed(), changed + "__\r\n").reason())
        .isEqualTo(DkimReason.FOOTER_ADDED);
  }

  /// The hash inside an RSA signature tells whether the key made it at all.
  @Test
  void signatureOfAnotherKeyIsToldAsSuch() throws InterruptedException {
    var other = Signer.relaxed().with(Keys.rsa(1024), SignatureAlgorithm.RSA_SHA256);
    var result = check(new KeyUse(other), Signer.relaxed().sign(MESSAGE));

    assertThat(result.judged().explanations())
        .extracting(Explanation::reason)
        .containsExactly(DkimReason.OTHER_KEY);
  }

  @Test
  void ed25519IsStudiedToo() throws InterruptedException {
    var signer = Signer.relaxed().with(Keys.ed25519(), SignatureAlgorithm.ED25519_SHA256);
    var changed = signer.sign(MESSAGE).replace("Subject: Lunch", "Subject: [list] Lunch");

    assertThat(header(signer, changed).reason()).isEqualTo(DkimReason.SUBJECT_TAG);
  }

  @Test
  void whatCannotBeExplainedIsSaidAndBounded() throws InterruptedException {
    var many = "X-A: 1\n".repeat(200) + MESSAGE;
    var signer = Signer.relaxed().signing("from:subject" + ":x-a".repeat(200));
    var changed = signer.sign(many).replace("Lunch", "Dinner").replace("noon", "nine");
    var result = check(new KeyUse(signer), changed);

    assertThat(result.judged().explanations())
        .extracting(Explanation::reason)
        .containsExactly(DkimReason.UNEXPLAINED, DkimReason.UNEXPLAINED);
    assertThat(result.judged().explanations())
        .allSatisfy(each -> assertThat(each.tried()).isBetween(1, HeaderTrial.MOST));
  }

  @Test
  void whatWasFoundStandsInTheTreeAndChangesNoVerdict() throws InterruptedException {
    var changed = Signer.relaxed().sign(MESSAGE).replace("Subject: Lunch", "Subject: [list] Lunch");
    var result = check(new KeyUse(Signer.relaxed()), changed);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.judged().headerHash()).isEqualTo(HashCheck.BAD);
    assertThat(result.step().all().filter(step -> step.topic() == DkimTopic.CHANGE))
        .singleElement()
        .satisfies(step -> {
          var outcome = step.outcome().orElseThrow();
          assertThat(outcome.verdict()).isEqualTo(Verdict.NONE);
          assertThat(outcome.reason()).isEqualTo(DkimReason.SUBJECT_TAG);
        });
  }

  @Test
  void nothingIsLookedForUnlessWanted() throws InterruptedException {
    var changed = Signer.relaxed().sign(MESSAGE).replace("Lunch", "[x] Lunch");
    var result = DkimVerifierTest.only(DkimVerifierTest.zone(), changed);

    assertThat(result.judged().explanations()).isEmpty();
    assertThat(result.step().all()).noneMatch(step -> step.topic() == DkimTopic.STUDY);
  }
}
