package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisibleTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 0x09, 0x0a, 0x0d, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x34f, 0x61c, 0x200b, 0x200d, 0x200e,
        0x202a, 0x202e, 0x2028, 0x2029, 0x2060, 0x2066, 0x2069, 0x3164, 0xfe0f, 0xfeff, 0xe000,
        0xe0041, 0xe0100, 0xffff
      })
  void hiddenCharacterIsShownAsItsCode(int point) {
    var text = "a" + Character.toString(point) + "b";
    assertThat(Visible.text(text)).isEqualTo(String.format("a<U+%04X>b", point));
  }

  @Test
  void loneSurrogatesAreShownAsTheirCodes() {
    assertThat(Visible.text("\ud83da\udc00")).isEqualTo("<U+D83D>a<U+DC00>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain <b>text</b>", "Grüße", "日本語", "مرحبا", "\ud83d\ude00", "a b"})
  void whatCanBeSeenStaysAsItIs(String text) {
    assertThat(Visible.text(text)).isEqualTo(text);
  }

  @Test
  void linesStayLines() {
    assertThat(Visible.lines("a\n\tb\r\n\u202ec\n")).isEqualTo("a\n\tb<U+000D>\n<U+202E>c\n");
  }

  @Property
  void nothingHiddenIsLeft(@ForAll String text) {
    assertThat(Visible.text(text).codePoints()).noneMatch(Visible::hidden);
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertThat(Visible.cut("a\uD83D\uDE00b", 3)).isEqualTo("a\uD83D\uDE00b");
    assertThat(Visible.cut("a\uD83D\uDE00b", 2)).isEqualTo("a\uD83D\uDE00…");
  }
}
