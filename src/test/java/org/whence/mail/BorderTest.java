package org.whence.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Addresses;
import org.whence.mail.Border.Basis;

final class BorderTest {
  private static final String HEADER =
      """
      Received: from filter.corp.example (localhost [127.0.0.1]) by mail.corp.example (Postfix)
      Received: from mx.corp.example (mx.corp.example [192.0.2.10]) by filter.corp.example (Postfix)
      Received: by mx.corp.example (Postfix, from userid 5) id 1
      Received: from helo.example (rdns.example [198.51.100.7]) by mx.corp.example (Postfix)
      Received: from mx.corp.example (mx.corp.example [192.0.2.10]) by forged.example
      """;

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 198.51.100.7, 3",
    "192.0.2.10, 198.51.100.7, 3",
    "corp.example, 198.51.100.7, 3",
    "mx.corp.example, 198.51.100.7, 3",
    "CORP.example., 198.51.100.7, 3",
    "mail.corp.example, 192.0.2.10, 1",
    "notcorp.example, 192.0.2.10, 1",
    "orp.example, 192.0.2.10, 1",
  })
  void borderIsTheFirstClientThatIsNotTrusted(String trusted, String ip, int index) {
    var border = find(HEADER, trusted);

    assertThat(border.ip().map(Addresses::text)).contains(ip);
    assertThat(border.index()).isEqualTo(index);
    assertThat(border.basis()).isEqualTo(Basis.TRUSTED);
  }

  @Test
  void borderTellsWhatTheTrustedServerSaw() {
    var border = find(HEADER, "corp.example");

    assertThat(border.helo()).contains("helo.example");
    assertThat(border.rdns()).contains("rdns.example");
  }

  @Test
  void withoutTrustTheNewestPublicClientIsTaken() {
    var header =
        """
        Received: from a (a.example [10.1.2.3]) by mail.corp.example
        Received: by 2002:a05:6402:1:b0:45c:2c83:1208 with SMTP id 1
        Received: from b (b.example [198.51.100.7]) by mx.corp.example
        Received: from c (c.example [203.0.113.9]) by b.example
        """;
    var border = Border.find(chain(header), TrustedServers.NONE).orElseThrow();

    assertThat(border.ip().map(Addresses::text)).contains("198.51.100.7");
    assertThat(border.index()).isEqualTo(2);
    assertThat(border.basis()).isEqualTo(Basis.FIRST_PUBLIC);
  }

  @Test
  void stepWithoutAClientIsPassedOverOnlyTowardsATrustedServer() {
    var inside =
        """
        Received: by 2001:db8::1 with SMTP id 1
        Received: from b (b.example [198.51.100.7]) by mx.corp.example
        """;
    var web =
        """
        Received: by mail.corp.example with HTTP
        Received: from b (b.example [198.51.100.7]) by mx.other.example
        """;

    assertThat(find(inside, "corp.example").index()).isEqualTo(1);
    assertThat(find(web, "corp.example").index()).isZero();
    assertThat(find(web, "corp.example").ip()).isEmpty();
  }

  @Test
  void stepFromAnInsideAddressIsPassedOverOnlyTowardsATrustedServer() {
    var exchange =
        """
        Received: from EX01.corp.example (10.0.0.5) by EX02.corp.example (10.0.0.6) with Microsoft SMTP Server
        Received: from helo.example (198.51.100.7) by EX01.corp.example (10.0.0.5) with Microsoft SMTP Server
        """;
    var desk =
        """
        Received: from pc (unknown [10.0.0.5]) by mx.corp.example (Postfix)
        Received: from helo.example (rdns.example [198.51.100.7]) by pc
        """;

    assertThat(find(exchange, "corp.example").index()).isEqualTo(1);
    assertThat(find(desk, "corp.example").index()).isEqualTo(0);
  }

  @Test
  void nameThatMayBeForgedAndHeloAreNotBelieved() {
    var header =
        """
        Received: from mx.corp.example (mx.corp.example [198.51.100.7] (may be forged)) by m.corp.example
        Received: from x (x.example [203.0.113.9]) by mx.corp.example
        """;
    var helo =
        """
        Received: from mx.corp.example ([198.51.100.7]) by m.corp.example
        Received: from x (x.example [203.0.113.9]) by mx.corp.example
        """;

    assertThat(find(header, "corp.example").index()).isZero();
    assertThat(find(helo, "corp.example").index()).isZero();
  }

  @Test
  void whereAllAreTrustedThereIsNoBorder() {
    var header = "Received: from a (a.example [192.0.2.10]) by b.example\n";

    assertThat(Border.find(chain(header), TrustedServers.of(List.of("192.0.2.0/24")))).isEmpty();
    assertThat(Border.find(chain("Subject: x\n"), TrustedServers.NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "auto, 3, TRUSTED",
    "trusted, 3, TRUSTED",
    "local, 1, FIRST_PUBLIC",
    "count:1, 0, COUNTED",
    "count:2, 1, COUNTED",
    "count:3, 3, COUNTED",
    "hop:1, 4, CHOSEN",
    "hop:4, 0, CHOSEN",
    "authenticated, 4, AUTHENTICATED",
  })
  void ruleOfTheAnalystFindsTheBorder(String rule, int index, Basis basis) {
    var chain =
        chain(HEADER.replace("by forged.example", "by forged.example (Authenticated sender: x)"));
    var trusted = TrustedServers.of(List.of("corp.example"));
    var border = Border.find(chain, trusted, BorderRule.parse(rule).orElseThrow()).orElseThrow();

    assertThat(border.index()).isEqualTo(index);
    assertThat(border.basis()).isEqualTo(basis);
    assertThat(BorderRule.parse(rule).orElseThrow()).hasToString(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ESMTPA", "esmtpsa", "UTF8SMTPSA", "ASMTP"})
  void protocolAloneTellsThatTheClientAuthenticated(String with) {
    var header =
        "Received: from mx (mx.example [192.0.2.10]) by mail.example with ESMTPS\n"
            + "Received: from pc (pc.example [192.0.2.11]) by mx.example with "
            + with
            + "\n";
    var rule = BorderRule.parse("authenticated").orElseThrow();

    assertThat(Border.find(chain(header), TrustedServers.NONE, rule).orElseThrow().index())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hop:9", "count:9", "authenticated"})
  void ruleThatNoStepFitsFindsNoBorder(String rule) {
    var found =
        Border.find(chain(HEADER), TrustedServers.NONE, BorderRule.parse(rule).orElseThrow());

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hop", "hop:", "hop:0", "hop:-1", "hop:x", "count:501", "newest"})
  void otherWordsAreNoRule(String rule) {
    assertThat(BorderRule.parse(rule)).isEmpty();
  }

  @Test
  void trustedServersAreBlocksAndNamesAndTheRestIsSaid() {
    var trusted =
        TrustedServers.of(
            List.of(
                "192.0.2.1", "2001:db8::/32", "*.a.example", ".b.example", "192.0.2.0/33", "a b"));

    assertThat(trusted.blocks()).hasSize(2);
    assertThat(trusted.names()).containsExactlyInAnyOrder("a.example", "b.example");
    assertThat(trusted.entries())
        .containsExactly("192.0.2.1/32", "2001:db8::/32", "a.example", "b.example");
    assertThat(trusted.rejected()).containsExactly("192.0.2.0/33", "a b");
    assertThat(trusted.contains(AddressLiteral.find("2001:db8::5").orElseThrow().address()))
        .isTrue();
    assertThat(trusted.contains("x.y.A.example.")).isTrue();
    assertThat(trusted.contains("example")).isFalse();
    assertThat(trusted.contains("a.".repeat(500_000))).isFalse();
    assertThat(TrustedServers.NONE.isEmpty()).isTrue();
  }

  /// RFC 5890, 2.3.2.1: both forms are one name.
  @ParameterizedTest
  @CsvSource({
    "b\u00FCcher.example, xn--bcher-kva.example",
    "XN--bcher-kva.example, b\u00FCcher.EXAMPLE"
  })
  void nameIsTrustedInEitherForm(String trusted, String seen) {
    assertThat(TrustedServers.of(List.of(trusted)).contains("mx." + seen)).isTrue();
  }

  private static Border find(String header, String trusted) {
    return Border.find(chain(header), TrustedServers.of(List.of(trusted))).orElseThrow();
  }

  private static HopChain chain(String header) {
    return HopChain.of(Message.read((header + "\n").getBytes(UTF_8)));
  }
}
