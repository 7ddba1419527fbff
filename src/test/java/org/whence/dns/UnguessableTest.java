package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class UnguessableTest {
  @Test
  void numbersDifferAlsoWhereMoreAreDrawn() {
    var numbers = new Unguessable();

    assertThat(LongStream.generate(numbers::nextLong).limit(1000).distinct()).hasSize(1000);
  }

  @Test
  void twoOfThemDrawDifferentNumbers() {
    assertThat(new Unguessable().nextLong()).isNotEqualTo(new Unguessable().nextLong());
  }
}
