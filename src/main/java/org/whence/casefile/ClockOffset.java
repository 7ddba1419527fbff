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
  private static final Duration SECOND = Duration.ofSeconds(1);

  /// What the answers of a run tell; empty where none came over HTTPS with the time, and where they
  /// do not agree.
  static Optional<ClockOffset> of(List<Exchange> exchanges) {
    var least = Optional.<Duration>empty();
    var most = Optional.<Duration>empty();
    for (var exchange : exchanges) {
      var date = exchange.response().flatMap(response -> response.date());
      if (date.isPresent() && !exchange.cached()) {
        // The server wrote its time, cut to the second, while we waited.
        var low = Duration.between(date.get().plus(SECOND), exchange.asked());
        var high = Duration.between(date.get(), exchange.asked().plus(exchange.took()));
        least = Optional.of(least.filter(known -> known.compareTo(low) >= 0).orElse(low));
        most = Optional.of(most.filter(known -> known.compareTo(high) <= 0).orElse(high));
      }
    }
    return least.isPresent() && least.get().compareTo(most.orElseThrow()) <= 0
        ? Optional.of(between(least.get(), most.get()))
        : Optional.empty();
  }

  private static ClockOffset between(Duration least, Duration most) {
    var half = most.minus(least).dividedBy(2);
    return new ClockOffset(
        Duration.ofMillis(least.plus(half).toMillis()), Duration.ofMillis(half.toMillis() + 1));
  }

  /// Whether the clock was off by more than can be by chance.
  public boolean isOff() {
    return ahead.abs().compareTo(within) > 0;
  }
}
