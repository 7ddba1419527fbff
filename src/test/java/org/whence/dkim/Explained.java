package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.whence.TestZone;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.chain.Verdict;
import org.whence.mail.Message;

/// A message that was changed after signing, and what was found of it.
final class Explained {
  static final String HEADER =
      """
      From: Ann Ax <ann@example.org>
      To: list@lists.example.net
      Subject: Lunch
      Date: Mon, 23 Nov 2026 12:00:00 +0000
      Message-ID: <1@example.org>
      """;

  static final String BODY =
      """
      Shall we meet at noon?

      From the station it is a short walk.
      .. and back.
      -- \s
      Ann
      """;

  static final String MESSAGE = HEADER + "\n" + BODY;

  private Explained() {}

  static SignatureResult check(KeyUse use, String message) throws InterruptedException {
    var zone = Keys.zone("key._domainkey.example.org", Keys.record(use.signer().key()));
    return new DkimVerifier(
            InstantSource.fixed(TestZone.NOW), DkimOptions.defaults().withExplaining(true))
        .check(
            Message.read(message.getBytes(ISO_8859_1)),
            Branch.root(TestZone.of(zone), ChainTopic.QUESTION))
        .signatures()
        .getFirst();
  }

  /// Whose key is published.
  record KeyUse(Signer signer) {}

  static Explanation explained(Signer signer, String message, Explanation.Part part)
      throws InterruptedException {
    var result = check(new KeyUse(signer), message);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    return result.judged().explanations().stream()
        .filter(each -> each.part() == part)
        .findFirst()
        .orElseThrow();
  }

  static Change body(Signer signer, String message) throws InterruptedException {
    return only(explained(signer, message, Explanation.Part.BODY));
  }

  static Change header(Signer signer, String message) throws InterruptedException {
    return only(explained(signer, message, Explanation.Part.HEADER));
  }

  private static Change only(Explanation explanation) {
    assertThat(explanation.changes()).hasSize(1);
    return explanation.changes().getFirst();
  }

  static String crlf(String text) {
    return text.replace("\n", "\r\n");
  }
}
