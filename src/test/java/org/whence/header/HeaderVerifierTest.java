package org.whence.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whence.chain.Finding;
import org.whence.chain.Step;
import org.whence.chain.Value;

final class HeaderVerifierTest {
  /// A header that nothing is noticed about.
  private static final String GOOD =
      """
      From: Ann <ann@a.example>
      To: ben@b.example
      Subject: hello
      Date: Mon, 23 Nov 2026 16:40:00 +0100
      Message-ID: <1@mail.a.example>
      """;

  @Test
  void ordinaryHeaderHasNoFindings() {
    var step = HeaderCase.of(GOOD);

    assertThat(step.findings()).isEmpty();
    assertThat(step.steps()).isEmpty();
    assertThat(step.values()).containsExactly(Value.of(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "From: x@a.example | DUPLICATE_FIELD | From 2",
        "subject: x | DUPLICATE_FIELD | Subject 2",
        "Content-Type: a/b~Content-Type: c/d | DUPLICATE_FIELD | Content-Type 2",
        "X-A: a\u0000b | CONTROL_CHARACTER | X-A U+0000",
        "X-A: a\u007fb | CONTROL_CHARACTER | X-A U+007F",
        "Reply-To: c@c.example | REPLY_ELSEWHERE | c@c.example a.example",
        "Sender: c@c.example | SENDER_ELSEWHERE | c@c.example a.example",
        "Sender: \u00fc@a.example | INTERNATIONAL_ADDRESS | \u00fc@a.example",
        "Reply-To: x@a.example, | '' | ''",
        "Reply-To: x@sub.a.example | '' | ''",
        "Reply-To: <x@a.example | ADDRESS_FLAW | Reply-To unclosed",
        "Cc: nobody | ADDRESS_FLAW | Cc not-an-address",
        "Sender: \"b@b.example\" <x@a.example> | ADDRESS_IN_NAME | b@b.example x@a.example",
        "Sender: b\uff20b.example <x@a.example> | ADDRESS_IN_NAME | b@b.example x@a.example",
        "Sender: =?utf-8?q?b=40b.example?= <x@a.example> | ADDRESS_IN_NAME | b@b.example"
            + " x@a.example",
        "Sender: \"x@a.example\" <X@a.example> | '' | ''",
        "Cc: \"=?utf-8?q?a?=\" <x@a.example> | ENCODED_WORD_QUOTED | Cc",
        "Cc: =?utf-8?q?a?=@b.example | ENCODED_WORD_IN_ADDRESS | Cc",
        "References: <=?utf-8?q?a?=@b.example> | ENCODED_WORD_IN_FIELD | References",
        "Sender: a\u202eb <x@a.example> | HIDDEN_CHARACTER | Sender U+202E",
        "Sender: x@xn--mnchen-3ya.a.example | INTERNATIONAL_DOMAIN | xn--mnchen-3ya.a.example"
            + " m\u00fcnchen.a.example",
        "Sender: x@\u0430pple.a.example | MIXED_SCRIPTS | \u0430pple.a.example Cyrillic, Latin",
        "Sender: x@\u65e5\u672ca.a.example | INTERNATIONAL_DOMAIN | xn--a-jn6bt1b.a.example"
            + " \u65e5\u672ca.a.example",
        "Sender: x@xn--a.a.example | FAKE_A_LABEL | xn--a.a.example",
        "List-Id: Some list <l.a.example> | LIST | Some list <l.a.example>",
        "Resent-From: c@c.example | RESENT | c@c.example",
      })
  void whatIsToldOfAField(String field, String reason, String values) {
    var found = HeaderCase.of(GOOD + field.replace('~', '\n') + "\n").findings();
    var wanted = found.stream().filter(each -> each.reason().toString().equals(reason)).toList();

    if (reason.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(wanted).hasSize(1);
      assertThat(HeaderCase.text(wanted.getFirst())).isEqualTo(values);
      assertThat(wanted.getFirst().values().getLast()).isInstanceOf(Value.Place.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "From | MISSING_FIELD | From",
        "Date | MISSING_FIELD | Date",
        "Message-ID | NO_MESSAGE_ID | ''",
      })
  void whatIsMissingIsTold(String name, HeaderReason reason, String values) {
    var header = GOOD.replaceAll("(?m)^" + name + ":.*\n", "");
    var found = HeaderCase.findings(HeaderCase.of(header), reason);

    assertThat(found).hasSize(1);
    assertThat(HeaderCase.text(found.getFirst())).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann@a.example, ben@b.example | SEVERAL_AUTHORS | 2",
        "ann@a.example, ben@b.example | NO_SENDER | ''",
        "Ann | NO_AUTHOR | ''",
        "\"service@bank.example\" <ann@a.example> | ADDRESS_IN_NAME | service@bank.example"
            + " ann@a.example",
        "ann@b.example | MESSAGE_ID_ELSEWHERE | mail.a.example b.example",
      })
  void whatIsToldOfTheAuthor(String from, HeaderReason reason, String values) {
    var header = GOOD.replace("Ann <ann@a.example>", from);
    var found = HeaderCase.findings(HeaderCase.of(header), reason);

    assertThat(found).hasSize(1);
    assertThat(HeaderCase.text(found.getFirst())).isEqualTo(values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1@a.example", "<1@a.example", "<1@>", "<a b@c.example>", "<a@b><c@d>"})
  void messageIdThatHasNotItsFormIsTold(String id) {
    var header = GOOD.replace("<1@mail.a.example>", id);

    assertThat(HeaderCase.findings(HeaderCase.of(header), HeaderReason.MESSAGE_ID_FORM)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, 23 Nov 2026 17:40:00 +0100 | DATE_AHEAD | 3600",
        "Mon, 23 Nov 2026 16:45:00 +0100 | '' | ''",
        "Sat, 14 Nov 2026 16:40:00 +0100 | DATE_LONG_AGO | 777600",
        "Sat, 14 Nov 2026 16:40:00 | DATE_ODD | no-zone",
        "Mon, 24 Nov 2026 16:40:00 +0100 | DATE_ODD | wrong-day-of-week",
        "yesterday | DATE_UNREADABLE | yesterday",
      })
  void dateIsHeldAgainstTheArrival(String date, String reason, String values) {
    var header = GOOD.replace("Mon, 23 Nov 2026 16:40:00 +0100", date);
    var found = HeaderCase.of(header).findings();

    if (reason.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found.stream().filter(f -> f.reason().toString().equals(reason)))
          .singleElement()
          .satisfies(finding -> assertThat(HeaderCase.text(finding)).isEqualTo(values));
    }
  }

  @Test
  void withoutAnArrivalTheDateIsHeldAgainstTheClock() {
    var later = GOOD.replace("Mon, 23 Nov 2026", "Mon, 30 Nov 2026");
    var earlier = GOOD.replace("Mon, 23 Nov 2026", "Mon, 23 Nov 2015");

    assertThat(HeaderCase.findings(HeaderCase.unknown(later), HeaderReason.DATE_AHEAD)).hasSize(1);
    assertThat(HeaderCase.findings(HeaderCase.unknown(earlier), HeaderReason.DATE_LONG_AGO))
        .isEmpty();
  }

  @Test
  void envelopeOfAnotherDomainIsTold() {
    var found =
        HeaderCase.findings(
            HeaderCase.of("Return-Path: <b@bulk.example>\n" + GOOD, "b@bulk.example"),
            HeaderReason.RETURN_PATH_ELSEWHERE);

    assertThat(found).hasSize(1);
    assertThat(HeaderCase.text(found.getFirst())).isEqualTo("bulk.example a.example");
    assertThat(HeaderCase.of(GOOD, "bounce@mail.a.example").findings()).isEmpty();
    assertThat(HeaderCase.of(GOOD, "").findings()).isEmpty();
  }

  @Test
  void octetsBeyondAsciiAreToldByTheirKind() {
    var latin1 = HeaderCase.of((GOOD + "X-A: \u00fc\n").getBytes(ISO_8859_1), false);
    var utf8 = HeaderCase.of((GOOD + "X-A: \u00fc\n").getBytes(UTF_8), false);
    var sent = HeaderCase.of((GOOD + "X-A: \u00fc\n").getBytes(UTF_8), true);

    assertThat(HeaderCase.reasons(latin1)).containsExactly(HeaderReason.EIGHT_BIT_OTHER);
    assertThat(HeaderCase.reasons(utf8)).containsExactly(HeaderReason.EIGHT_BIT_UTF8);
    assertThat(HeaderCase.reasons(sent)).containsExactly(HeaderReason.INTERNATIONAL);
  }

  @Test
  void lineOverItsLimitIsToldWithItsPlace() {
    var header = GOOD + "X-A: " + "a".repeat(993) + "\nX-B: b\n " + "b".repeat(1000) + "\n";
    var found = HeaderCase.findings(HeaderCase.of(header), HeaderReason.LONG_LINE);

    assertThat(found).hasSize(1);
    assertThat(HeaderCase.text(found.getFirst())).isEqualTo("X-B 1001");
    var start = header.indexOf(" bbb");
    assertThat(found.getFirst().values().getLast())
        .isEqualTo(new Value.Place(7, start, start + 1001));
  }

  @Test
  void placeOfAnAddressIsThatOfItsOctets() {
    var header = GOOD + "Reply-To: \u00fc\n <c@c.example>\n";
    var found = HeaderCase.findings(HeaderCase.of(header), HeaderReason.REPLY_ELSEWHERE);
    var octets = header.getBytes(UTF_8);

    var place = (Value.Place) found.getFirst().values().getLast();
    assertThat(new String(octets, place.start(), place.end() - place.start(), UTF_8))
        .isEqualTo("\u00fc\n <c@c.example>");
  }

  @Test
  void findingsOfAKindHaveALimitAndTheRestIsCounted() {
    var many = HeaderCase.of(GOOD + "X-A: a\u0001\n".repeat(50));

    assertThat(HeaderCase.findings(many, HeaderReason.CONTROL_CHARACTER)).hasSize(20);
    assertThat(HeaderCase.text(HeaderCase.findings(many, HeaderReason.MORE).getFirst()))
        .isEqualTo("30");
  }

  @Property
  void anyHeaderIsLookedAtWithoutAnException(@ForAll String text) {
    for (var name : Map.of("From", 1, "Message-ID", 2, "X-Spam-Status", 3).keySet()) {
      Step step = HeaderCase.of(name + ": " + text + "\n");
      assertThat(step.findings().stream().map(Finding::values)).isNotNull();
    }
    assertThat(List.of(HeaderCase.of(text))).hasSize(1);
  }
}
