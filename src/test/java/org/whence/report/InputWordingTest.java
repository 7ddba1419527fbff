package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whence.mail.Defect;

final class InputWordingTest {
  private static final InputWording WORDS = new InputWording(Wording.load());

  private static List<Defect> lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Defect(Defect.Kind.NOT_A_FIELD, 20 * i, 3 + i))
        .toList();
  }

  @Test
  void defectsAreToldWithTheirLines() {
    assertThat(WORDS.defects(lines(10)))
        .hasSize(10)
        .startsWith("line 3: a line in the header is no field")
        .endsWith("line 12: a line in the header is no field");
  }

  @Test
  void ofThousandsOfOneKindTheFirstAreToldAndHowManyMoreThereAre() {
    var other = new Defect(Defect.Kind.TOO_MANY_FIELDS, 200_000, 10_003);
    var all = Stream.concat(lines(10_000).stream(), Stream.of(other)).toList();

    assertThat(WORDS.defects(all))
        .hasSize(12)
        .endsWith(
            "line 12: a line in the header is no field",
            "and 9990 more: a line in the header is no field",
            "line 10003: more than 10,000 header fields; the rest was not read");
  }
}
