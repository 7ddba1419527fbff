package org.whence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whence.dns.Answer;
import org.whence.dns.Attempt;
import org.whence.dns.Exchange;
import org.whence.dns.Question;
import org.whence.dns.Resolver;

/// A name server that changes its mind: each question has several answers, given in turn and around
/// again, and every answer moves the clock on, so that a cache forgets some of them.
///
/// What was not given to it does not exist.
public final class Flaky implements Resolver {
  private static final Duration STEP = Duration.ofMillis(700);
  private static final List<Attempt.Problem> PROBLEMS =
      List.of(Attempt.Problem.TIMEOUT, Attempt.Problem.NO_EDNS);

  private final TestClock clock;
  private final Map<Question, List<Answer>> answers;
  private final Map<Question, Integer> turns = new HashMap<>();

  public Flaky(TestClock clock, Map<Question, List<Answer>> answers) {
    this.clock = clock;
    this.answers = Map.copyOf(answers);
  }

  @Override
  public synchronized Exchange resolve(Question question) {
    var asked = clock.instant();
    clock.advance(STEP);
    var turn = turns.merge(question, 1, Integer::sum);
    var given = answers.getOrDefault(question, List.of(new Answer.NoSuchDomain(List.of())));
    var attempts = new ArrayList<Attempt>();
    for (var i = 0; i < turn % 3; i++) {
      attempts.add(new Attempt("udp://192.0.2.5" + i, PROBLEMS.get(i), Duration.ofMillis(turn)));
    }
    return new Exchange(
        question,
        given.get(turn % given.size()),
        "udp://192.0.2.53:53",
        asked,
        STEP,
        List.of("qr", "rd", "ra"),
        Optional.empty(),
        attempts,
        Optional.empty());
  }
}
