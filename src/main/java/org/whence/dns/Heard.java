package org.whence.dns;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Answers what was answered before with the answer that was heard last, however old it is, and
/// asks only what is new. A failure taught nothing, and is asked again.
final class Heard implements Resolver {
  private final Map<Question, Exchange> answered = new HashMap<>();
  private final Resolver inner;
  private final InstantSource clock;

  /// @param before in the order in which they were heard
  Heard(Collection<Exchange> before, Resolver inner, InstantSource clock) {
    this.inner = inner;
    this.clock = clock;
    for (var exchange : before) {
      if (!(exchange.answer() instanceof Answer.Failed)) {
        answered.put(exchange.question(), exchange);
      }
    }
  }

  @Override
  public Exchange resolve(Question question) throws InterruptedException {
    return resolve(question, "");
  }

  @Override
  public Exchange resolve(Question question, String path) throws InterruptedException {
    var known = answered.get(question);
    if (known == null) {
      return inner.resolve(question, path);
    }
    var age = Duration.between(known.asked(), clock.instant());
    return known.fromCache(age.isNegative() ? Duration.ZERO : age);
  }
}
