package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncodedWordsTest {

  /// Mostly the examples of RFC 2047, 8.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "=?ISO-8859-1?Q?a?=|a",
        "(=?ISO-8859-1?Q?a?= b)|(a b)",
        "=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=|ab",
        "=?ISO-8859-1?Q?a?=   =?ISO-8859-2?Q?b?= c|ab c",
        "=?ISO-8859-1?Q?a_b?=|a b",
        "=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=|a b",
        "=?iso-8859-1*de?q?J=F6rg?= x|Jörg x",
        "x=?utf-8?b?w7Y?=y|xöy",
        "=?utf-8?b?w7Y=?=|ö",
        "=?utf-8?B?4pw=?= =?utf-8?B?kw==?=|✓",
        "=?utf-8?q?with blank?=|with blank",
        "=?utf-8?q?=zz=?=|=zz=",
        "=?utf-8?q??=|",
        "=?no-such?q?a?=|=?no-such?q?a?=",
        "=?utf-8?x?a?=|=?utf-8?x?a?=",
        "=?utf-8?b?***?=|=?utf-8?b?***?=",
        "=?utf-8?q?a|=?utf-8?q?a",
        "=?=?utf-8?q?a?=|=?a",
        "a =?= b|a =?= b",
        "plain|plain",
      })
  void wordsAreDecoded(String text, String expected) {
    assertThat(EncodedWords.decode(text)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void manyOpenWordsAreNoTrouble() {
    var text = "=?".repeat(500_000);

    assertThat(EncodedWords.decode(text)).isEqualTo(text);
  }

  @Property
  void anyTextIsBorne(@ForAll String text) {
    assertThat(EncodedWords.decode("=?utf-8?q?" + text)).isNotNull();
    assertThat(EncodedWords.decode("=?utf-8?b?" + text + "?=")).isNotNull();
  }
}
