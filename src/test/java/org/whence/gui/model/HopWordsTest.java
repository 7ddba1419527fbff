package org.whence.gui.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.mail.Message;
import org.whence.report.Wording;

final class HopWordsTest {
  private static final List<HopRow> HOPS =
      HopRow.of(
          Message.read(
              """
              Received: from c.example (c.example [192.0.2.3])
               by d.example with ESMTPS id 4; Tue, 17 Nov 2026 07:11:34 +0000
              Received: from b.example (unknown [192.0.2.2])
               by c.example with SMTP id 3; Tue, 17 Nov 2026 02:12:21 -0500
              Received: from a.example ([192.0.2.1]) by b.example with SMTP id 2;
               Tue, 17 Nov 2026 08:12:00
              Subject: x

              """
                  .getBytes(UTF_8)),
          Zone.NOW);

  private final HopWords words = new HopWords(new NodeWords(Wording.load(), Texts.load()));

  @Test
  void oldestIsTheFirst() {
    assertThat(HOPS).extracting(HopRow::number).containsExactly(1, 2, 3);
    assertThat(HOPS)
        .extracting(words::address)
        .containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3");
  }

  @Test
  void clockThatIsBehindIsCalledThat() {
    assertThat(words.delay(HOPS.get(2))).isEqualTo("clock 47 s behind");
  }

  @Test
  void timeIsUtcWithTheOffsetAsWritten() {
    assertThat(words.time(HOPS.get(1))).isEqualTo("2026-11-17 07:12:21 (-05:00)");
  }

  @Test
  void missingOffsetIsSaidAndNotAssumed() {
    assertThat(words.time(HOPS.getFirst())).isEqualTo("2026-11-17 08:12:00 (no offset written)");
    assertThat(words.ago(HOPS.getFirst(), Zone.NOW)).isEmpty();
    assertThat(words.delay(HOPS.get(1))).isEmpty();
  }

  @Test
  void ageIsToldInBothDirections() {
    assertThat(words.ago(HOPS.get(1), Instant.parse("2026-11-17T07:13:21Z")))
        .isEqualTo("1 min ago");
    assertThat(words.ago(HOPS.get(1), Instant.parse("2026-11-17T07:12:20Z")))
        .isEqualTo("1 s from now");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,0 s",
    "PT59S,59 s",
    "PT1M,1 min",
    "PT1M5S,1 min 5 s",
    "PT23H,23 h",
    "PT3H4M,3 h 4 min",
    "P2D,2 d",
    "P2DT5H,2 d 5 h"
  })
  void spanIsInItsTwoLargestUnits(String span, String told) {
    assertThat(HopWords.span(Duration.parse(span))).isEqualTo(told);
  }
}
