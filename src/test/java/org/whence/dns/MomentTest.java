package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T15:40:12.345Z",
        "2026-11-23T15:40:00Z",
        "2026-01-02T03:04:05.006Z",
        "1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z",
        "+10000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59Z",
        "2026-11-23T15:40:12.345678Z"
      })
  void textIsThatOfTheInstant(String text) {
    assertThat(Moment.text(Instant.parse(text))).isEqualTo(text);
  }

  @Property
  void anyMomentIsWrittenAsTheLibraryWritesIt(
      @ForAll @LongRange(min = -100_000_000_000_000L, max = 300_000_000_000_000L) long millis) {
    var moment = Instant.ofEpochMilli(millis);

    assertThat(Moment.text(moment)).isEqualTo(moment.toString());
  }
}
