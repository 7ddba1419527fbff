package org.whence.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TagListParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'v=1'                    | v=1",
        "'v=1;'                   | v=1",
        "' v = 1 ; a=\\r\\n b ;\\s' | v=1,a=b",
        "'n=a = b'                | n=a = b",
        "'v='                     | v=",
        "'b=a\\r\\n\\tb'           | 'b=a\\r\\n\\tb'",
        "''                       | ''"
      })
  void listIsRead(String text, String expected) {
    var list = TagListParser.parse(text.translateEscapes());

    assertThat(list.flaws()).isEmpty();
    assertThat(
            String.join(
                ",", list.tags().stream().map(tag -> tag.name() + "=" + tag.value()).toList()))
        .isEqualTo(expected.translateEscapes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a=1;;b=2' | EMPTY_TAG | '' | ''",
        "'a=1; ;'   | EMPTY_TAG | '' | ''",
        "';a=1'     | EMPTY_TAG | '' | ''",
        "'a'        | NOT_A_TAG | '' | a",
        "'a=1; b c' | NOT_A_TAG | '' | b c",
        "'=1'       | BAD_TAG_NAME | '' | ''",
        "'1a=1'     | BAD_TAG_NAME | '' | 1a",
        "'a-b=1'    | BAD_TAG_NAME | '' | a-b",
        "'a=1;a=2'  | REPEATED_TAG | a | 2",
        "'a=\\u0001' | BAD_CHARACTER | a | 0x01"
      })
  void flawIsTold(String text, DkimReason reason, String tag, String detail) {
    var list = TagListParser.parse(text.replace("\\u0001", "\u0001"));

    assertThat(list.flaws()).containsExactly(new Flaw(reason, tag, detail));
  }

  @Test
  void tagsBehindAFlawAreRead() {
    assertThat(TagListParser.parse("a=1;;?;b=2").value("b")).contains("2");
  }

  @Test
  void firstOfRepeatedTagsCounts() {
    assertThat(TagListParser.parse("a=1;a=2").value("a")).contains("1");
  }

  @Test
  void placesAreThoseOfTheList() {
    var text = " a = 1 ;b=\r\n 2 ;";
    var tag = TagListParser.parse(text).find("b").orElseThrow();

    assertThat(text.substring(tag.offset())).startsWith("b=");
    assertThat(text.substring(tag.valueStart(), tag.valueEnd())).isEqualTo("\r\n 2 ");
  }

  @Test
  void enormousListEndsEarly() {
    var list = TagListParser.parse(";".repeat(1_000_000) + "a=1");
    assertThat(list.flaws()).hasSize(1);
    assertThat(list.value("a")).contains("1");

    var many = new StringBuilder();
    for (var i = 0; i < 100_000; i++) {
      many.append('t').append(i).append("=;");
    }
    assertThat(TagListParser.parse(many.toString()).tags()).hasSize(TagListParser.MAX_TAGS);
  }

  @Property
  void nothingIsThrown(@ForAll @CharRange(from = '\u0000', to = '\u00ff') String text) {
    var list = TagListParser.parse(text);
    assertThat(list.tags()).allMatch(tag -> text.startsWith(tag.name(), tag.offset()));
  }
}
