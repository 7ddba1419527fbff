package org.whence.gui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whence.chain.Verdict;

final class MarkTest {
  private static String css() throws IOException {
    try (var css = MarkTest.class.getResourceAsStream("verdict.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyVerdictHasAnIconOfItsOwn() {
    assertThat(Arrays.stream(Verdict.values()).map(Mark::of).map(Mark::icon))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void onlyFailuresAreRed(Verdict verdict) throws IOException {
    var red =
        css().contains(".verdict:fail")
            && Mark.of(verdict).colour().getPseudoClassName().equals("fail");
    assertThat(red).isEqualTo(verdict == Verdict.FAIL || verdict == Verdict.PERMERROR);
  }

  @Test
  void coloursAreTheThemesAlone() throws IOException {
    assertThat(css()).doesNotContainPattern("#[0-9a-f]{3,8}|rgba?\\(");
  }
}
