package org.whence.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a sender could write below a field of ours, and what is told of it.
final class DoubtTest {
  private static final String FORGED =
      "Received: from x (victim.example [203.0.113.9]) by mx.corp.example (Postfix)\n";

  /// Where a user hands a message in, or a client is named that is none of ours, the border is.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "by mail.corp.example (Postfix) with ESMTPA id 1",
        "by mail.corp.example with HTTP",
        "by mail.corp.example via HTTP id 1",
        "by mail.corp.example (Authenticated sender: joe) with ESMTP id 1",
        "from out.evil.example by mail.corp.example with ESMTP id 1",
        "from [198.51.100.9x] by mail.corp.example with ESMTPA id 1",
      })
  void fieldBelowIsNotBelieved(String newest) {
    var chain = chain("Received: " + newest + "\n" + FORGED);

    var border = Border.find(chain, trusted()).orElseThrow();
    assertThat(border.index()).isZero();
    assertThat(border.ip()).isEmpty();
    assertThat(Doubt.above(chain, trusted(), 0)).isEmpty();
  }

  /// What is written within a network all the same is believed, and that it may be forged is told.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          by 2001:db8::1 with SMTP id 1 | PRESUMED 0-1
          by mail.corp.example with SMTP id 1 | PRESUMED 0-1
          from scan by mail.corp.example with scanned-ok (Exim 4.98) id 1 | PRESUMED 0-1
          from mail.corp.example by mail.corp.example with ESMTP id 1 | PRESUMED 0-1
          from mx.corp.example by store.corp.example with ESMTP id 1 | PRESUMED 0-1
          from EX01.corp.example (10.0.0.5) by EX02.corp.example with Microsoft SMTP Server id 1 | PRESUMED 0-1
          by mail.corp.example (Postfix, from userid 33) id 1 | LOCAL 0-1
          from mail pickup service by mail.corp.example with Microsoft SMTPSVC | LOCAL 0-1
          from mx.corp.example (mx.corp.example [192.0.2.10]) by mail.corp.example (Postfix) |
          from mx.corp.example by store.corp.example with LMTP id 1 |
          from mx.corp.example ([127.0.0.1]) by store.corp.example (Dovecot) with LMTP id 1 |
          (qmail 10681 invoked from network); 24 Nov 2026 10:00:00 -0000 |
          from pop.isp.example [192.0.2.1] by localhost with POP3 (fetchmail-6.5) for joe@localhost |
          """)
  void fieldBelowIsBelieved(String newest, String doubts) {
    var chain = chain("Received: " + newest + "\n" + FORGED);

    assertThat(Border.find(chain, trusted()).orElseThrow().index()).isEqualTo(1);
    assertThat(doubts(chain, 1)).isEqualTo(doubts == null ? "" : doubts);
  }

  /// LMTP is of the inside (RFC 2033, 5), whatever the server below calls itself.
  @Test
  void localDeliveryIsNoBorder() {
    var chain =
        chain(
            """
            Received: from mail by store with LMTP id 1
            Received: from x (x.example [203.0.113.9]) by mail.lan (Postfix) with ESMTP id 2
            """);

    assertThat(Border.find(chain, trusted()).orElseThrow().index()).isEqualTo(1);
  }

  /// The server that wrote a field which is believed is ours, whether it was named or not.
  @Test
  void fieldOfTheSameServerIsBelievedBelowOneWithoutAClient() {
    var chain =
        chain(
            """
            Received: from mx (unknown [192.0.2.10]) by store.lan (Postfix) with ESMTP id 1
            Received: by mx.lan (Postfix) id 2
            Received: from x (x.example [203.0.113.9]) by MX.lan (Postfix) with ESMTP id 3
            """);
    var servers = TrustedServers.of(List.of("192.0.2.10"));

    assertThat(Border.find(chain, servers).orElseThrow().index()).isEqualTo(2);
    assertThat(Doubt.above(chain, servers, 2))
        .extracting(DoubtTest::text)
        .containsExactly("OTHER_SERVER 0-1", "PRESUMED 1-2");
  }

  /// The client is ours, but who says to have written the field below is not.
  @ParameterizedTest
  @CsvSource({
    "other.example, OTHER_SERVER 0-1",
    "mx.corp.example, ''",
    "inner.helo.example, ''",
    "OUT.helo.EXAMPLE, ''",
    "0, ''",
    "gateway, ''",
  })
  void fieldOfAnotherServerBelowAClientOfOursIsTold(String by, String doubts) {
    var chain =
        chain(
            "Received: from out.helo.example (unknown [192.0.2.10]) by mail.corp.example\n"
                + FORGED.replace("mx.corp.example", by));
    var servers = TrustedServers.of(List.of("192.0.2.0/24", "corp.example"));

    assertThat(Border.find(chain, servers).orElseThrow().index()).isEqualTo(1);
    assertThat(
            Doubt.above(chain, servers, 1).stream()
                .map(DoubtTest::text)
                .collect(Collectors.joining(",")))
        .isEqualTo(doubts);
  }

  private static String doubts(HopChain chain, int index) {
    return Doubt.above(chain, trusted(), index).stream()
        .map(DoubtTest::text)
        .collect(Collectors.joining(","));
  }

  private static String text(Doubt doubt) {
    return doubt.kind() + " " + doubt.above().index() + "-" + doubt.below().index();
  }

  private static TrustedServers trusted() {
    return TrustedServers.of(List.of("corp.example"));
  }

  private static HopChain chain(String header) {
    return HopChain.of(Message.read((header + "\n").getBytes(UTF_8)));
  }
}
