package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.mail.Fidelity;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

final class DirtyPasteTest {
  private static final String ESCAPED =
      """
      Return-Path: &lt;ann@example.org&gt;
      Received: from a (a [192.0.2.1]) by b for &#60;bob@example.com&#62;; Mon, 23 Nov 2026 10:00:00 +0000
      From: &quot;Ann &amp; Bob&quot; &lt;ann@example.org&gt;
      """;

  @Test
  void headerOutOfTheSourceOfAPageIsReadWithoutItsEscapes() {
    var input = InputReader.pasted(ESCAPED);

    assertThat(values(input))
        .containsExactly(
            "<ann@example.org>",
            "from a (a [192.0.2.1]) by b for <bob@example.com>; Mon, 23 Nov 2026 10:00:00 +0000",
            "\"Ann & Bob\" <ann@example.org>");
    assertThat(input.repairs())
        .extracting(Repair::kind, Repair::count, Repair::first)
        .containsExactly(Tuple.tuple(Repair.Kind.HTML_ESCAPE, 9, new Place(1, 14)));
    assertThat(message(input).fidelity()).isEqualTo(Fidelity.REPAIRED);
  }

  /// What servers write has an angle bracket: whoever puts an escape beside it changes no author.
  @Test
  void escapesBesideRealBracketsAreLeftAlone() {
    var input =
        InputReader.pasted(ESCAPED.replace("&#60;", "<") + "From: x &lt;ann@example.org&gt;\n");

    assertThat(input.repairs()).isEmpty();
    assertThat(message(input).fidelity()).isEqualTo(Fidelity.ORIGINAL);
  }

  @Test
  void whatWasRepairedCanBeReadAsItCame() {
    var asIs = InputReader.asIs(InputReader.pasted(ESCAPED));

    assertThat(values(asIs).getFirst()).isEqualTo("&lt;ann@example.org&gt;");
    assertThat(asIs.repairs()).isEmpty();
    assertThat(message(asIs).fidelity()).isEqualTo(Fidelity.ORIGINAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Von: Bank\nGesendet: Montag, 23. November 2026 10:00\nAn: Ann\nBetreff: Konto\n\nText",
        "*De :* Banque\n*Envoyé :* lundi\n*À :* Ann\n*Objet :* Compte\n",
        "差出人： 銀行\n送信日時： 2026年\n宛先： Ann\n件名： 口座\n",
        "发件人: 银行\n发送时间: 2026年\n收件人: Ann\n主题: 账户\n",
        "보낸 사람: A\n보낸 날짜: 2026년\n받는 사람: Ann\n제목: 계좌\n",
        "Gönderen: A\nGönderildi: Pazartesi\nKime: Ann\nKonu: Hesap\n",
        "Från: A\nSkickat: måndag\nTill: Ann\nÄmne: Konto\n",
        "Begin forwarded message:\n\nFrom: A <a@b.example>\nSubject: x\nTo: c@d.example\n\nHi",
        "Hi,\n---------- Forwarded message ---------\nVon: A\nDate: Mo.\nSubject: x\nTo: B\n\nHi"
      })
  void linesThatAProgramShowsAreSaidToBeNoHeader(String text) {
    assertThat(InputReader.pasted(text).recognised())
        .isInstanceOfSatisfying(
            Recognised.Nothing.class,
            nothing -> assertThat(nothing.why()).isEqualTo(Recognised.Why.CLIENT_VIEW));
  }

  @Test
  void linesThatLookLikeAHeaderAreReadAndSaidToBeNone() {
    var input =
        InputReader.pasted(
            """
            From: Bank <a@bank.example>
            Sent: Monday, November 23, 2026 10:00 AM
            To: Ann <ann@example.org>
            Subject: Account

            Text
            """);

    assertThat(message(input).subject()).contains("Account");
    assertThat(input.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.CLIENT_VIEW);
  }

  @Test
  void headerWithAFieldThatOnlyServersWriteIsOne() {
    var input =
        InputReader.pasted(
            "Received: from a by b; x\nFrom: a@b\nSent: x\nTo: c@d\nSubject: Account\n\nText");

    assertThat(input.problems()).isEmpty();
  }

  private static Message message(Input input) {
    return ((Recognised.Mail) input.recognised()).message();
  }

  private static List<String> values(Input input) {
    return message(input).fields().stream().map(HeaderField::value).toList();
  }
}
