package org.whence.mail.container;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RtfHtmlTest {
  private static final String HEAD = "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 ";

  /// MS-OXRTFEX, 2.1.3: what is HTML, and what is there for readers of RTF alone.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\\*\\htmltag64 <p>}text{\\*\\htmltag72 </p>}|<p>text</p>",
        "\\htmlrtf {\\b\\htmlrtf0 bold\\htmlrtf }\\htmlrtf0 .|bold.",
        "{\\*\\mhtmltag84 <img src=x>}a|a",
        "{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}a|a",
        "\\{a\\\\b\\}|{a\\b}",
        "\\'e4\\'80|\u00E4\u20AC",
        "\\u8364?\\u-3?x|\u20AC\uFFFDx",
        "\\uc2\\u8364 ??x|\u20ACx",
        "a\\lquote b\\emdash c\\~d|a&lsquo;b&mdash;c&nbsp;d",
        "{\\*\\htmltag64 <a href=\"x\\'3fy\">}|<a href=\"x?y\">",
      })
  void htmlIsToldFromRtf(String rtf, String html) {
    assertThat(RtfHtml.of(HEAD + rtf + "}")).contains(html);
  }

  @Test
  void charactersOfSeveralOctetsAreReadTogether() {
    assertThat(RtfHtml.of("{\\rtf1\\ansicpg932\\fromhtml1 \\'93\\'fa\\'96\\'7b}"))
        .contains("\u65E5\u672C");
  }

  @Test
  void otherRtfIsNone() {
    assertThat(RtfHtml.of("{\\rtf1 hello}")).isEmpty();
    assertThat(RtfHtml.of("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "}", "\\", "\\'", "\\'zz", "\\u99999999999 ", "\\u-", "\\uc-5\\u1", "{\\*\\"})
  void endlessRepetitionIsBorne(String piece) {
    assertThat(RtfHtml.of(HEAD + piece.repeat(500_000 / piece.length()))).isPresent();
  }

  @Property
  void anyTextIsBorne(@ForAll String text) {
    assertThat(RtfHtml.of(HEAD + text)).isPresent();
  }
}
