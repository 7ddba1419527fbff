package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whence.report.JsonValues.at;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonReportTest {

  @Test
  void objectTellsItsVersionAndSchema() throws IOException {
    assertThat(sample()).containsEntry("whence", "1.2.3").containsEntry("schema", 1L);
  }

  @Test
  void inputAndParametersAreThere() throws IOException {
    assertThat(at(sample(), "input", "sha256")).isEqualTo(Cases.sample().input().sha256());
    assertThat(at(sample(), "input", "recognised")).isEqualTo("mail");
    assertThat(at(sample(), "input", "subject"))
        .isEqualTo("Your account has been limited – confirm by today");
    assertThat(at(sample(), "parameters", "asking")).isEqualTo(true);
    assertThat(at(sample(), "started")).isEqualTo("2026-11-23T15:40:12.345Z");
  }

  @Test
  void hopsComeNewestFirstWithTheirDelays() throws IOException {
    var hops = (List<?>) at(sample(), "hops");
    assertThat(hops).hasSize(6);
    assertThat(at(hops, 0, "by")).isEqualTo("mx.example.net");
    assertThat(at(hops, 0, "date")).isEqualTo("2026-11-17T07:12:28Z");
    assertThat(at(hops, 2, "delayMs")).isEqualTo(-47_000L);
  }

  @Test
  void resultsOfIprevHaveTheirStableWords() throws IOException {
    var results = (List<?>) at(sample(), "iprev");
    assertThat(results.stream().map(result -> at(result, "reason")))
        .containsExactly(
            "not-applicable", "mismatch", "no-ptr", "confirmed", "lookup-failed", "confirmed");
    assertThat(at(results, 1, "ptr")).isEqualTo(List.of("web14.pool.hosting.example"));
    assertThat(at(results, 1, "confirmed")).isEqualTo(List.of());
  }

  @Test
  void exchangeHasTheMembersOfARecordingAndMore() throws IOException {
    var exchange = at(sample(), "tree", "steps", 1, "steps", 0, "steps", 0, "exchanges", 0);
    assertThat((Map<?, ?>) exchange)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("name", "77.113.0.203.in-addr.arpa"),
                Map.entry("type", "PTR"),
                Map.entry("outcome", "answer"),
                Map.entry("server", "udp://192.0.2.53:53"),
                Map.entry("transport", "udp"),
                Map.entry("asked", "2026-11-17T09:41:07.104Z"),
                Map.entry("ms", 41L),
                Map.entry("cached", false),
                Map.entry("status", "NOERROR"),
                Map.entry("flags", List.of("qr", "rd", "ra")),
                Map.entry(
                    "records",
                    List.of("77.113.0.203.in-addr.arpa. 3600 IN PTR web14.pool.hosting.example.")),
                Map.entry("authority", List.of()),
                Map.entry("additional", List.of()),
                Map.entry("attempts", List.of())));
  }

  @Test
  void whatTheNetworkAddsIsThereWhereItCame() {
    var report = JsonValues.object(writtenHostile());
    var exchange = at(report, "tree", "steps", 0, "steps", 0, "steps", 0, "exchanges", 0);
    assertThat(at(exchange, "response"))
        .isEqualTo(
            Base64.getEncoder()
                .encodeToString("x".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(at(exchange, "cached")).isEqualTo(true);
    assertThat(at(exchange, "ageMs")).isEqualTo(7_000L);
    assertThat(at(exchange, "detail")).isEqualTo("x");
    assertThat(at(exchange, "attempts", 0))
        .isEqualTo(Map.of("server", "x", "problem", "mismatch", "ms", 3L));
  }

  @Test
  void addressesAreCanonical() throws IOException {
    assertThat(Cases.written(Cases.sample(), Format.JSON))
        .contains("2001:db8:ba::25")
        .doesNotContain(":0:0:0");
  }

  private static String writtenHostile() {
    try {
      return Cases.written(Cases.hostile("x"), Format.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Object> sample() throws IOException {
    return JsonValues.object(Cases.written(Cases.sample(), Format.JSON));
  }
}
