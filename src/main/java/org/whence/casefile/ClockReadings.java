package org.whence.casefile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.whence.dns.Exchange;

/// What the answers of a run tell of the clock, as they come, from any thread.
public final class ClockReadings {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Optional<Duration> least = Optional.empty();
  private Optional<Duration> most = Optional.empty();

  /// Takes more answers.
  public synchronized void add(List<Exchange> exchanges) {
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
  }

  /// How far the clock was off; empty where no answer came over HTTPS with the time, and where they
  /// do not agree.
  public synchronized Optional<ClockOffset> offset() {
    return least.isPresent() && least.get().compareTo(most.orElseThrow()) <= 0
        ? Optional.of(ClockOffset.between(least.get(), most.get()))
        : Optional.empty();
  }
}
