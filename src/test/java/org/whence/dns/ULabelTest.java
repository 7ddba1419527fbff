package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ULabelTest {

  @ParameterizedTest
  @CsvSource({
    "xn--mnchen-3ya.example, m\u00fcnchen.example",
    "XN--MNCHEN-3YA.Example, m\u00fcnchen.Example",
    "xn--fa-hia.example, fa\u00df.example",
    "xn--e1afmkfd.xn--80akhbyknj4f,"
        + " \u043f\u0440\u0438\u043c\u0435\u0440.\u0438\u0441\u043f\u044b\u0442\u0430\u043d\u0438\u0435",
    "xn--wgv71a119e.xn--jp-example, \u65e5\u672c\u8a9e.xn--jp-example",
    "plain.example, plain.example",
  })
  void aLabelsAreShownInLetters(String ascii, String unicode) {
    assertThat(ULabel.domain(ascii)).isEqualTo(unicode);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xn--", "xn--a", "xn--99999999", "xn--\u00fc", "xn--abc-", "xn--zzzzzzzzzzz"})
  void whatIsNoALabelStaysAsItIs(String label) {
    assertThat(ULabel.domain(label + ".example")).isEqualTo(label + ".example");
    assertThat(ULabel.isFake(label)).isTrue();
  }

  /// RFC 5895, 2; a sign that would end a host, or begin one, stays what it is.
  @ParameterizedTest
  @CsvSource({
    "bank\u3002com, bank.com",
    "bank\uFF61com, bank.com",
    "\uFF42\uFF41nk\uFF0Ecom, bank.com",
    "ban\u212A.com, bank.com",
    "Bank.c\uFF4Fm, Bank.com",
    "m\u00fcnchen\u3002Example, xn--mnchen-3ya.Example",
    "bank.com\uFF0Fx.example, bank.xn--comx-x89x.example",
  })
  void lettersAreThoseThatARegistryKnows(String written, String ascii) {
    assertThat(ALabel.domain(written)).isEqualTo(ascii);
  }

  @Test
  void labelsWithoutThePrefixAreNoFakes() {
    assertThat(ULabel.isFake("example")).isFalse();
    assertThat(ULabel.isFake("xn--mnchen-3ya")).isFalse();
  }

  @Property
  void anyTextIsReadAndWhatIsDecodedLeadsBack(@ForAll String text) {
    var label = "xn--" + text.replace(".", "");
    var decoded = ULabel.domain(label);

    if (!decoded.equals(label)) {
      assertThat(ALabel.domain(decoded)).isEqualToIgnoringCase(label);
    }
  }
}
