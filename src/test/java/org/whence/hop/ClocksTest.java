package org.whence.hop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.whence.hop.Ways.NOW;
import static org.whence.hop.Ways.reasons;
import static org.whence.hop.Ways.told;
import static org.whence.hop.Ways.way;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the stamps of a way tell of the clocks that made them.
final class ClocksTest {
  @Test
  void delaysRiseFromStepToStepAndTheWayIsCounted() {
    var way =
        way(
            """
            from b.example (b.example [192.0.2.2]) by c.example with ESMTPS; 23 Nov 2026 10:00:30 -0500
            from a.example (a.example [192.0.2.1]) by b.example with SMTP; 23 Nov 2026 16:00:20 +0100
            from [198.51.100.9] (helo=pc) by a.example with esmtpsa; 23 Nov 2026 15:00:00 +0000
            """);

    assertThat(told(way.hops().get(2), HopReason.FIRST))
        .containsExactly("2026-11-23T15:00:00Z", "");
    assertThat(told(way.hops().get(1), HopReason.AFTER))
        .containsExactly("20", "2026-11-23T15:00:20Z", "+01:00");
    assertThat(told(way.hops().get(0), HopReason.AFTER))
        .containsExactly("10", "2026-11-23T15:00:30Z", "-05:00");
    assertThat(way.took()).contains(Duration.ofSeconds(30));
    assertThat(told(way.findings(), HopReason.WAY)).containsExactly("3", "2", "1");
    assertThat(told(way.findings(), HopReason.TOOK)).containsExactly("30");
    assertThat(way.clocks())
        .extracting(Clock::host, Clock::ahead, Clock::stamps)
        .containsExactly(
            tuple("c.example", Duration.ZERO, 1),
            tuple("b.example", Duration.ZERO, 1),
            tuple("a.example", Duration.ZERO, 1));
  }

  /// One clock among right ones is found from either side; stamps are seconds, oldest first.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b is behind             | 0 -47 5 6      | 0 -47 0 0",
        "b is an hour ahead      | 0 3600 5 6     | 0 3594 0 0",
        "the oldest is ahead     | 3600 1 5 6     | 3599 0 0 0",
        "the newest is behind    | 0 1 2 -3600    | 0 0 0 -3601",
        "two, and the newest counts | 60 0        | 60 0",
        "nobody is wrong         | 0 0 86400 86401 | 0 0 0 0",
        "a second is nothing     | 1 0 3 4        | 0 0 0 0",
      })
  void clockThatDiffersIsFoundAmongTheOthers(String what, String stamps, String ahead) {
    var seconds = List.of(stamps.split(" ", -1)).reversed();
    var header = new StringBuilder();
    for (int i = 0; i < seconds.size(); i++) {
      var host = (char) ('a' + seconds.size() - 1 - i);
      header.append("from x by ").append(host).append(".example with ESMTPS; ");
      header.append(date(NOW.minusSeconds(200_000).plusSeconds(Long.parseLong(seconds.get(i)))));
      header.append('\n');
    }

    var found = way(header.toString()).clocks().reversed();

    assertThat(found)
        .as(what)
        .extracting(clock -> Long.toString(clock.ahead().toSeconds()))
        .containsExactly(ahead.split(" ", -1));
  }

  @Test
  void hostHasOneClockWhereverItStamps() {
    var way =
        way(
            """
            from y by mx.example with ESMTPS; 23 Nov 2026 10:00:10 +0000
            from x by slow.example with ESMTPS; 23 Nov 2026 09:30:08 +0000
            from x by fast.example with ESMTPS; 23 Nov 2026 10:00:06 +0000
            from x by slow.example with ESMTPS; 23 Nov 2026 09:30:04 +0000
            from x by first.example with ESMTPS; 23 Nov 2026 10:00:00 +0000
            """);

    assertThat(way.clocks())
        .filteredOn(clock -> !clock.ahead().isZero())
        .extracting(Clock::host, clock -> clock.ahead().toSeconds(), Clock::stamps)
        .containsExactly(tuple("slow.example", -1798L, 2));
    assertThat(told(way.hops().get(1), HopReason.CLOCK_BEHIND))
        .containsExactly("slow.example", "1798");
    assertThat(told(way.hops().get(1), HopReason.BEFORE))
        .containsExactly("1798", "fast.example", "2026-11-23T09:30:08Z", "");
  }

  @Test
  void oneClockDoesNotTurnBack() {
    var way =
        way(
            """
            from b.example by a.example with ESMTPS; 23 Nov 2026 10:00:00 +0000
            from a.example by b.example with ESMTPS; 23 Nov 2026 10:05:00 +0000
            from x by a.example with ESMTPS; 23 Nov 2026 10:04:00 +0000
            """);

    assertThat(told(way.hops().getFirst(), HopReason.TURNED_BACK))
        .containsExactly("a.example", "240", "1");
  }

  @Test
  void dateThatTellsNoMomentIsSaid() {
    var way =
        way("from a by b; x\nfrom a by b; 23 Nov 2026 10:00:00\nfrom a by b; 1 Jan 2030 00:00 Z\n");

    assertThat(reasons(way.hops().get(0))).contains(HopReason.NO_DATE);
    assertThat(told(way.hops().get(1), HopReason.NO_OFFSET)).containsExactly("2026-11-23T10:00");
    assertThat(reasons(way.hops().get(2))).contains(HopReason.FIRST, HopReason.IN_FUTURE);
  }

  private static String date(Instant moment) {
    return moment.toString();
  }
}
