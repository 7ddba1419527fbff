package org.whence.gui.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class RawTextTest {
  private static RawText of(String text) {
    return RawText.of(text.getBytes(UTF_8));
  }

  @Test
  void lineEndsAndTabsStayAndCarriageReturnsGo() {
    assertThat(of("A: b\r\n\tc\nd").text()).isEqualTo("A: b\n\tc\nd");
  }

  @Test
  void hiddenCharactersAreCodes() {
    assertThat(of("a\u202Eb\u200Bc\u0007d").text()).isEqualTo("a<U+202E>b<U+200B>c<U+0007>d");
  }

  @Test
  void carriageReturnAloneEndsALineAndIsACodeWhereOthersEndLines() {
    assertThat(of("A: b\rC: d\r\re\r").text()).isEqualTo("A: b\nC: d\n\ne\n");
    var raw = of("A: b\rC: d\r\nE: f\r\r\ng");
    assertThat(raw.text()).isEqualTo("A: b<U+000D>\nC: d\nE: f<U+000D>\ng");
    assertThat(raw.position(5)).isEqualTo(raw.text().indexOf('C'));
    assertThat(raw.octet(raw.text().indexOf('E'))).isEqualTo(11);
    assertThat(raw.position(4, 1)).isEqualTo(raw.text().indexOf('g'));
  }

  @Test
  void lineThatIsNotUtf8IsLatin1() {
    assertThat(RawText.of("gr\u00fc\u00df".getBytes(ISO_8859_1)).text())
        .isEqualTo("gr\u00fc\u00df");
  }

  @Test
  void lineIsFoundByItsOctet() {
    var raw = of("S: \u00fc\u202E\r\nT: x\r\n");
    var octet = "S: \u00fc\u202E\r\n".getBytes(UTF_8).length;
    assertThat(raw.text().substring(raw.position(octet))).isEqualTo("T: x\n");
    assertThat(raw.position(0)).isZero();
  }

  @Test
  void octetWithinALineIsFoundWhateverIsHiddenBeforeIt() {
    var raw = of("A: x\r\nS: \u00fc\u202Ez\r\n");
    var octet = "A: x\r\nS: \u00fc\u202E".getBytes(UTF_8).length;
    assertThat(raw.text().substring(raw.position(octet))).isEqualTo("z\n");
    assertThat(raw.octet(raw.text().indexOf('z'))).isEqualTo(6);
    assertThat(raw.octet(0)).isZero();
  }

  @Test
  void placeIsFoundByLineAndColumn() {
    var raw = of("> a\n\u202E> b\n");
    assertThat(raw.text().substring(raw.position(2, 2))).isEqualTo("> b\n");
    assertThat(raw.position(9, 1)).isEqualTo(raw.text().length());
  }

  @Test
  void octetBehindTheEndIsTheEnd() {
    var raw = of("a\nb");
    assertThat(raw.position(99)).isEqualTo(3);
    assertThat(RawText.of(new byte[0]).position(5)).isZero();
  }

  @Test
  void largeMailIsCutAndSaysHowMuch() {
    var raw = RawText.of("x".repeat(RawText.MAX_SHOWN + 7).getBytes(UTF_8));
    assertThat(raw.text()).hasSize(RawText.MAX_SHOWN);
    assertThat(raw.hidden()).isEqualTo(7);
  }

  @Property
  void anyOctetsBecomeTextWithoutHiddenCharacters(@ForAll byte[] octets) {
    var raw = RawText.of(octets);
    assertThat(raw.text().chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
        .isEmpty();
    assertThat(raw.position(octets.length / 2)).isBetween(0, raw.text().length());
  }
}
