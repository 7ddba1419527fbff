package org.whence.dns;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Answers from a recording and from nothing else. Several lines for one question are answered in
/// turn, the last one from then on.
final class Replay implements Resolver {
  private record Turns(List<Exchange> exchanges, AtomicInteger next) {
    Exchange take() {
      return exchanges.get(next.getAndUpdate(n -> Math.min(n + 1, exchanges.size() - 1)));
    }
  }

  private final Map<Question, Turns> turns;
  private final String server;
  private final InstantSource clock;

  /// @param server who answers what the recording does not hold: `recording:FILE`
  Replay(Recording recording, String server, InstantSource clock) {
    this.turns =
        recording.exchanges().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, e -> new Turns(e.getValue(), new AtomicInteger())));
    this.server = server;
    this.clock = clock;
  }

  @Override
  public Exchange resolve(Question question) {
    var known = turns.get(question);
    if (known != null) {
      return known.take();
    }
    var failed = new Answer.Failed(Failure.NOT_RECORDED, "");
    return Exchange.local(question, failed, server, clock.instant());
  }
}
