package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MispReportTest {
  @Test
  void eventHoldsTheMailAndWhatItMetAndMarksNothingForDetection() throws IOException {
    var event = JsonValues.object(Cases.written(Cases.sample(), Format.MISP));

    assertThat(JsonValues.at(event, "Event", "Object", 0, "name")).isEqualTo("email");
    assertThat(JsonValues.at(event, "Event", "published")).isEqualTo(false);
    assertThat(JsonValues.at(event, "Event", "date")).isEqualTo("2026-11-23");
    assertThat(list(JsonValues.at(event, "Event", "Attribute")))
        .allSatisfy(one -> assertThat(one).containsEntry("to_ids", false))
        .anySatisfy(one ->
            assertThat(one)
                .containsEntry("type", "ip-src")
                .containsEntry("value", "203.0.113.77")
                .hasEntrySatisfying(
                    "comment",
                    text -> assertThat(String.valueOf(text)).contains("client of hop 2")))
        .anySatisfy(one -> assertThat(one).containsEntry("type", "sha256"));
    assertThat(list(JsonValues.at(event, "Event", "Tag")))
        .anySatisfy(one -> assertThat(one).containsEntry("name", "whence:dmarc=\"fail\""));
  }

  @Test
  void longTextsAreShortened() throws IOException {
    var event = JsonValues.object(Cases.written(Cases.hostile("a".repeat(60_000)), Format.MISP));

    assertThat(JsonValues.strings(event)).allMatch(text -> text.length() <= 2000);
  }

  private static List<Map<String, Object>> list(Object value) {
    return ((List<?>) value).stream().map(JsonValues::members).toList();
  }
}
