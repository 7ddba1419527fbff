package org.whence.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WhiteSpaceTest {
  @Test
  void whiteSpaceCanBeSeen() {
    assertThat(WhiteSpace.visible("a b\tc \r\nd\n".getBytes(UTF_8))).isEqualTo("a·b→c·␍␊\nd␊\n");
  }

  @Test
  void otherCharactersAreShownAsElsewhere() {
    assertThat(WhiteSpace.visible("ä\u001b\u202e".getBytes(UTF_8))).isEqualTo("ä<U+001B><U+202E>");
    assertThat(WhiteSpace.visible("ä".getBytes(ISO_8859_1))).isEqualTo("ä");
  }
}
