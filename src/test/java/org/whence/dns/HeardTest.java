package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whence.TestClock;

/// What was answered before is not asked again, however short it may be kept.
final class HeardTest {
  private static final Question A = Questions.of("a.example", "A");
  private static final Question AAAA = Questions.of("a.example", "AAAA");

  private final TestClock clock = new TestClock();
  private final List<Question> asked = new ArrayList<>();
  private final Resolver inner =
      question -> {
        asked.add(question);
        return exchange(question, new Answer.NoData(List.of()));
      };

  private Exchange exchange(Question question, Answer answer) {
    return Exchange.local(question, answer, "udp://192.0.2.53:53", clock.instant());
  }

  @Test
  void answerIsGivenAgainWithItsAgeAndFailuresAreAskedAgain() throws InterruptedException {
    var before =
        List.of(
            exchange(A, new Answer.NoData(List.of())),
            exchange(AAAA, new Answer.Failed(Failure.TIMEOUT, "")));
    clock.advance(Duration.ofDays(2));
    var heard = new Heard(before, inner, clock);

    assertThat(heard.resolve(A, "1.1").cacheAge()).contains(Duration.ofDays(2));
    assertThat(asked).isEmpty();
    assertThat(heard.resolve(AAAA).cached()).isFalse();
    assertThat(asked).containsExactly(AAAA);
  }

  @Test
  void lastAnswerCounts() throws InterruptedException {
    var first = exchange(A, new Answer.NoData(List.of()));
    clock.advance(Duration.ofSeconds(1));
    var second = exchange(A, new Answer.NoData(List.of()));

    assertThat(new Heard(List.of(first, second), inner, clock).resolve(A).asked())
        .isEqualTo(second.asked());
  }
}
