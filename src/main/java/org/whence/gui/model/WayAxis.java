package org.whence.gui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The time that the hops of a mail share, by their stamps, and the place of each on it. Exact: a
/// hop that took no time is a moment, and one that took the whole time takes the whole axis.
///
/// @param origin the earliest stamp
/// @param length from it to the latest one
public record WayAxis(Instant origin, Duration length) {
  /// Without a stamp.
  public static final WayAxis NONE = new WayAxis(Instant.EPOCH, Duration.ZERO);

  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  /// A hop on the axis, 0 for its beginning and 1 for its end.
  ///
  /// @param from the stamp of the hop before
  /// @param to its own stamp, which lies before the other where a clock is behind
  /// @param right where its stamp would be, were all clocks right; absent where it is there
  public record Span(double from, double to, Optional<Double> right) {
    /// Whether its stamp lies before that of the hop before.
    public boolean back() {
      return to < from;
    }
  }

  /// The axis of these hops.
  public static WayAxis of(List<HopRow> rows) {
    var stamps = rows.stream().flatMap(row -> row.moment().stream()).sorted().toList();
    return stamps.isEmpty()
        ? NONE
        : new WayAxis(stamps.getFirst(), Duration.between(stamps.getFirst(), stamps.getLast()));
  }

  /// The place of a hop; absent where it has no stamp.
  public Optional<Span> span(HopRow row) {
    return row.moment()
        .map(stamp -> {
          var before = row.delay().map(stamp::minus).orElse(stamp);
          var right = row.ahead().filter(ahead -> !ahead.isZero()).map(stamp::minus);
          return new Span(place(before), place(stamp), right.map(this::place));
        });
  }

  private double place(Instant at) {
    return length.isZero()
        ? 0
        : Math.clamp(seconds(Duration.between(origin, at)) / seconds(length), 0, 1);
  }

  /// Stamps can lie further apart than a number holds nanoseconds.
  private static double seconds(Duration span) {
    return span.getSeconds() + span.getNano() / (double) NANOS;
  }
}
