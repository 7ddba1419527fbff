package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConcealedTest {
  @Test
  void hiddenCharactersAreCountedAndTheFirstHasItsPlace() {
    assertThat(Concealed.in("a\n\tb\u202ec\u0007\ud83d\ude00\u200b"))
        .contains(new Concealed(3, "<U+202E>", 2, 3));
    assertThat(Concealed.in("\ufeff192.0.2.10")).contains(new Concealed(1, "<U+FEFF>", 1, 1));
  }

  @Test
  void whatCanBeSeenIsNotHidden() {
    assertThat(Concealed.in("")).isEmpty();
    assertThat(Concealed.in("From: \u05d0\n\tGr\u00fc\u00dfe\n")).isEmpty();
  }
}
