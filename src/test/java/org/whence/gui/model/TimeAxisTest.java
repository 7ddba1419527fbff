package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whence.dns.Answer;
import org.whence.dns.Attempt;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.whence.gui.model.TimeAxis.Part;
import org.whence.gui.model.TimeAxis.Span;
import org.xbill.DNS.Type;

final class TimeAxisTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final Question QUESTION =
      new Question(Names.parse("mail.example.org").orElseThrow(), Type.A);

  @Test
  void allBarsShareOneAxis() {
    var first = row(exchange(0, 50));
    var second = row(exchange(60, 140));
    var axis = TimeAxis.of(List.of(first, second), Duration.ZERO);
    assertThat(axis).isEqualTo(new TimeAxis(START, Duration.ofMillis(200)));
    assertThat(axis.bar(first)).containsExactly(new Span(Part.ANSWER, 0, 0.25));
    assertThat(axis.bar(second)).containsExactly(new Span(Part.ANSWER, 0.3, 1));
  }

  @Test
  void triesThatFailedArePartsOfTheBar() {
    var failed =
        exchange(
            0,
            100,
            new Answer.Failed(Failure.TIMEOUT, ""),
            tried(Attempt.Problem.TIMEOUT, 40),
            tried(Attempt.Problem.RESENT, 10));
    var axis = TimeAxis.of(List.of(row(failed)), Duration.ZERO);
    assertThat(axis.bar(row(failed)))
        .containsExactly(new Span(Part.TRY, 0, 0.4), new Span(Part.FAILURE, 0.4, 1));
  }

  @Test
  void answerOutOfTheCacheIsTheMomentWhenItWasGiven() {
    var cached = row(exchange(-5000, 90).fromCache(Duration.ofMillis(5050)));
    var axis = TimeAxis.of(List.of(row(exchange(0, 100)), cached), Duration.ZERO);
    assertThat(axis.origin()).isEqualTo(START);
    assertThat(axis.bar(cached)).containsExactly(new Span(Part.CACHED, 0.5, 0.5));
  }

  @Test
  void openQuestionReachesUntilNow() {
    var open = QueryRow.planned("0.0", 1, "a.example", "A").asked(Duration.ofMillis(100));
    var axis = TimeAxis.of(List.of(open), Duration.ofMillis(400));
    assertThat(axis.bar(open)).containsExactly(new Span(Part.OPEN, 0.25, 1));
    assertThat(axis.bar(QueryRow.planned("0.1", 2, "b.example", "A"))).isEmpty();
  }

  @Test
  void questionAskedByHandLaterStretchesNothing() {
    var again = row(exchange(0, 100)).askedAgain(2, exchange(600_000, 50));
    var axis = TimeAxis.of(List.of(row(exchange(0, 100)), again), Duration.ZERO);
    assertThat(axis.length()).isEqualTo(Duration.ofMillis(100));
    assertThat(axis.bar(again)).containsExactly(new Span(Part.ANSWER, 0, 0.5));
  }

  @Test
  void marksAreRoundAndFew() {
    assertThat(new TimeAxis(START, Duration.ofMillis(230)).marks())
        .extracting(Duration::toMillis)
        .containsExactly(0L, 50L, 100L, 150L, 200L);
    assertThat(new TimeAxis(START, Duration.ofSeconds(20)).marks())
        .extracting(Duration::toMillis)
        .containsExactly(0L, 5000L, 10_000L, 15_000L, 20_000L);
    assertThat(TimeAxis.NONE.marks()).containsExactly(Duration.ZERO);
  }

  private static QueryRow row(Exchange exchange) {
    return QueryRow.planned("0.0", 1, "mail.example.org", "A").asked(Duration.ZERO).with(exchange);
  }

  private static Attempt tried(Attempt.Problem problem, long millis) {
    return new Attempt("udp://192.0.2.53:53", problem, Duration.ofMillis(millis));
  }

  private static Exchange exchange(long from, long took) {
    return exchange(from, took, new Answer.NoData(List.of()));
  }

  private static Exchange exchange(long from, long took, Answer answer, Attempt... attempts) {
    return new Exchange(
        QUESTION,
        answer,
        "udp://192.0.2.53:53",
        START.plusMillis(from),
        Duration.ofMillis(took),
        List.of(),
        Optional.empty(),
        List.of(attempts),
        Optional.empty());
  }
}
