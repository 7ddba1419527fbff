package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whence.investigation.Holder;
import org.whence.investigation.Opened;
import org.whence.investigation.Source;
import org.whence.mail.Defect;
import org.whence.mail.container.Container;
import org.whence.mail.container.Omission;

final class InputWordingTest {
  private static final InputWording WORDS = new InputWording(Wording.load());

  private static List<Defect> lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Defect(Defect.Kind.NOT_A_FIELD, 20 * i, 3 + i))
        .toList();
  }

  @Test
  void containerWithoutAMailTellsEachReasonOnce() {
    var large = Omission.Kind.MEMBER_TOO_LARGE;
    var omissions =
        List.of(
            new Omission(large, "a.eml", ""),
            new Omission(large, "b.eml", ""),
            new Omission(large, "c.eml", ""),
            new Omission(Omission.Kind.BROKEN, "d.eml", ""));
    var holder =
        new Holder(Container.Kind.ZIP, Source.file(Path.of("mails.zip")), Optional.empty());

    assertThat(WORDS.noMailIn(new Opened.Several(holder, List.of(), omissions)))
        .contains(
            "mails.zip, a.eml: larger than 50 MB; it was left out (and 2 more);"
                + " mails.zip, d.eml: broken or cut off; what could be read was read");
    assertThat(WORDS.noMailIn(new Opened.Several(holder, List.of(), List.of())))
        .contains("mails.zip: holds nothing that can be investigated");
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
