package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProtocolTest {
  /// IANA's registry of mail transmission types, and words beside it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SMTP|SMTP|true|",
        "ESMTP|ESMTP|true|",
        "ESMTPA|ESMTPA|true|auth",
        "esmtps|ESMTPS|true|tls",
        "ESMTPSA|ESMTPSA|true|tls auth",
        "LMTP|LMTP|true|",
        "LMTPA|LMTPA|true|auth",
        "LMTPS|LMTPS|true|tls",
        "LMTPSA|LMTPSA|true|tls auth",
        "UTF8SMTP|UTF8SMTP|true|utf8",
        "UTF8SMTPA|UTF8SMTPA|true|auth utf8",
        "UTF8SMTPS|UTF8SMTPS|true|tls utf8",
        "UTF8SMTPSA|UTF8SMTPSA|true|tls auth utf8",
        "UTF8LMTPSA|UTF8LMTPSA|true|tls auth utf8",
        "MMS|MMS|false|",
        "asmtp|ASMTP|true|auth",
        "SMTPS|SMTPS|true|tls",
        "HTTPS|HTTPS|false|tls",
        "HTTP|HTTP|false|",
        "ESMTP/TLS/X|ESMTP|true|",
        "ESMTPS id|ESMTPS|true|tls",
      })
  void wordOfTheRegistryIsKnown(String with, String name, boolean smtp, String means) {
    var protocol = Protocol.of(with).orElseThrow();

    assertThat(protocol.name()).isEqualTo(name);
    assertThat(protocol.smtp()).isEqualTo(smtp);
    assertThat(String.join(" ", protocol.means())).isEqualTo(means == null ? "" : means);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Microsoft SMTP Server",
        "mapi",
        "local",
        "ESMTPX",
        "ESMTPAS",
        "LMTPSAS",
        "[XMail"
      })
  void otherWordsStandForNothingCertain(String with) {
    assertThat(Protocol.of(with)).isEmpty();
  }
}
