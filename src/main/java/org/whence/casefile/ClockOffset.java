package org.whence.casefile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.whence.dns.Exchange;

/// How far the clock of the machine was ahead of that of a server, which tells the time in each
/// answer over HTTPS (RFC 9110, 6.6.1); negative where it was behind.
///
/// Only the resolver is asked what time it is, whom the analyst chose. The server of a document
/// that was fetched is not: it may be the sender's, and would like to be believed.
///
/// @param ahead the middle of what is possible, in milliseconds
/// @param within how far from it the truth may lie, in milliseconds
public record ClockOffset(Duration ahead, Duration within) {
  /// What the answers of a run tell, see [ClockReadings].
  static Optional<ClockOffset> of(List<Exchange> exchanges) {
    var readings = new ClockReadings();
    readings.add(exchanges);
    return readings.offset();
  }

  static ClockOffset between(Duration least, Duration most) {
    var half = most.minus(least).dividedBy(2);
    return new ClockOffset(
        Duration.ofMillis(least.plus(half).toMillis()), Duration.ofMillis(half.toMillis() + 1));
  }

  /// Whether the clock was off by more than can be by chance.
  public boolean isOff() {
    return ahead.abs().compareTo(within) > 0;
  }
}
