package org.whence.gui.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.whence.gui.model.WayAxis.Span;
import org.whence.mail.Message;

final class WayAxisTest {
  private static final Offset<Double> NEAR = within(1e-9);

  /// Hops with these times of one day, the oldest first.
  private static List<HopRow> hops(String... times) {
    var header =
        Stream.of(times)
            .map(time ->
                "Received: from a (a [192.0.2.1]) by b"
                    + time.hashCode()
                    + ".example;"
                    + time
                    + "\n")
            .toList()
            .reversed()
            .stream()
            .collect(Collectors.joining());
    return HopRow.of(Message.read((header + "\n").getBytes(UTF_8)), Zone.NOW);
  }

  private static String at(String clock) {
    return " Mon, 23 Nov 2026 " + clock + " +0000";
  }

  @Test
  void hopsShareTheAxisExactly() {
    var rows = hops(at("10:00:00"), at("10:00:10"), at("10:00:40"));
    var axis = WayAxis.of(rows);
    assertThat(axis.length()).hasSeconds(40);
    var spans = rows.stream().map(row -> axis.span(row).orElseThrow()).toList();
    assertThat(spans.get(0).to()).isEqualTo(spans.get(0).from(), NEAR);
    assertThat(spans.get(1)).extracting(Span::from, Span::to).containsExactly(0.0, 0.25);
    assertThat(spans.get(2)).extracting(Span::from, Span::to).containsExactly(0.25, 1.0);
  }

  @Test
  void clockThatIsBehindGoesBackOnTheAxis() {
    var rows = hops(at("10:00:47"), at("10:00:00"), at("10:01:34"));
    var axis = WayAxis.of(rows);
    var second = axis.span(rows.get(1)).orElseThrow();
    assertThat(second.back()).isTrue();
    assertThat(second.to()).isEqualTo(0, NEAR);
    assertThat(second.from()).isEqualTo(0.5, NEAR);
  }

  @Test
  void stampsMayLieMillenniaApart() {
    var rows =
        hops(
            " Mon, 1 Jan 1900 10:00:00 +0000",
            at("10:00:00"),
            " Fri, 31 Dec 9999 10:00:00 +0000",
            at("10:00:04"));
    var axis = WayAxis.of(rows);
    assertThat(axis.span(rows.get(2)).orElseThrow().to()).isEqualTo(1, NEAR);
    assertThat(axis.span(rows.get(3)).orElseThrow().to()).isEqualTo(126.9 / 8_100, within(1e-4));
  }

  @Test
  void hopWithoutATimeHasNoPlace() {
    var rows = hops(at("10:00:00"), " no date");
    assertThat(WayAxis.of(rows).span(rows.get(1))).isEmpty();
    assertThat(WayAxis.of(List.of())).isEqualTo(WayAxis.NONE);
  }
}
