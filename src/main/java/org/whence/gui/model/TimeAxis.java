package org.whence.gui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.whence.dns.Answer;
import org.whence.dns.Attempt;
import org.whence.dns.Exchange;

/// The time that the questions of a run share, and the place of each on it.
///
/// Times are those of the exchanges, so a run that is answered by a recording is drawn as it went
/// when it was recorded. What was asked by hand later has the axis of the run and no part in it: it
/// is drawn from the beginning.
///
/// @param origin when the first question was sent
/// @param length from then until the last answer, or until now
public record TimeAxis(Instant origin, Duration length) {
  /// Without anything on it.
  public static final TimeAxis NONE = new TimeAxis(Instant.EPOCH, Duration.ZERO);

  /// How many marks an axis has at most.
  private static final int MARKS = 5;

  private static final List<Integer> STEPS = List.of(1, 2, 5, 10);

  /// What a part of a bar stands for.
  public enum Part {
    /// A try that did not bring the answer.
    TRY,
    /// The try that brought it.
    ANSWER,
    /// The last try, and nothing was learned.
    FAILURE,
    /// An answer out of the cache: a moment.
    CACHED,
    /// An answer is awaited.
    OPEN
  }

  /// A part of a bar, between two places on the axis, 0 for its beginning and 1 for its end.
  public record Span(Part part, double from, double to) {}

  /// The axis of these questions.
  ///
  /// @param elapsed how long the run has gone on, while something is open
  static TimeAxis of(Collection<QueryRow> rows, Duration elapsed) {
    var origin = Instant.MAX;
    var end = Instant.MIN;
    for (var row : rows) {
      if (!row.again() && row.exchange().isPresent()) {
        var exchange = row.exchange().get();
        var begun = given(exchange);
        origin = begun.isBefore(origin) ? begun : origin;
        var ended = exchange.cached() ? begun : begun.plus(exchange.took());
        end = ended.isAfter(end) ? ended : end;
      }
    }
    if (end.equals(Instant.MIN)) {
      return new TimeAxis(Instant.EPOCH, elapsed);
    }
    var length = Duration.between(origin, end);
    return new TimeAxis(origin, length.compareTo(elapsed) > 0 ? length : elapsed);
  }

  /// When a question was sent, or its answer taken out of the cache.
  private static Instant given(Exchange exchange) {
    return exchange.cacheAge().map(exchange.asked()::plus).orElse(exchange.asked());
  }

  /// The bar of a question, in parts; none where it was not asked, or has no end.
  public List<Span> bar(QueryRow row) {
    if (row.exchange().isPresent()) {
      var exchange = row.exchange().get();
      var begun = row.again() ? Duration.ZERO : Duration.between(origin, given(exchange));
      return exchange.cached()
          ? List.of(new Span(Part.CACHED, place(begun), place(begun)))
          : tries(exchange, begun);
    }
    return row.open() ? List.of(new Span(Part.OPEN, place(row.since()), place(length))) : List.of();
  }

  private List<Span> tries(Exchange exchange, Duration begun) {
    var spans = new ArrayList<Span>();
    var end = begun.plus(exchange.took());
    var at = begun;
    for (var attempt : exchange.attempts()) {
      if (ends(attempt)) {
        var until = at.plus(attempt.took());
        until = until.compareTo(end) > 0 ? end : until;
        spans.add(new Span(Part.TRY, place(at), place(until)));
        at = until;
      }
    }
    var last = exchange.answer() instanceof Answer.Failed ? Part.FAILURE : Part.ANSWER;
    spans.add(new Span(last, place(at), place(end)));
    return spans;
  }

  /// Whether the next try began after this one: a datagram that was sent again, or one that did not
  /// match, leaves the waiting as it is.
  private static boolean ends(Attempt attempt) {
    return switch (attempt.problem()) {
      case RESENT, MISMATCH -> false;
      case TIMEOUT,
          SERVFAIL,
          REFUSED,
          FORMERR,
          NOTIMP,
          NETWORK,
          MALFORMED,
          TRUNCATED,
          CLOSED,
          NO_EDNS ->
          true;
    };
  }

  private double place(Duration at) {
    return length.isZero() ? 0 : Math.clamp((double) at.toNanos() / length.toNanos(), 0, 1);
  }

  /// The round times to be marked, from nothing on.
  public List<Duration> marks() {
    var millis = length.toMillis();
    if (millis <= 0) {
      return List.of(Duration.ZERO);
    }
    var decade = 1L;
    while (decade * STEPS.getLast() * MARKS < millis) {
      decade *= STEPS.getLast();
    }
    var marks = new ArrayList<Duration>();
    for (var step : STEPS) {
      var apart = step * decade;
      if (marks.isEmpty() && apart * MARKS >= millis) {
        for (var at = 0L; at <= millis; at += apart) {
          marks.add(Duration.ofMillis(at));
        }
      }
    }
    return marks;
  }

  /// The place of a time on the axis, from 0 to 1.
  public double placeOf(Duration mark) {
    return place(mark);
  }
}
