package org.whence.dns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers from a recording and from nothing else. Several lines for one question are answered in
/// turn, the last one from then on.
///
/// Where the lines tell which step asked, a step is given its own lines in turn: the steps of a
/// tree work at the same time, and which of them comes first is chance. A step of which the
/// recording does not tell, as in one that was written by hand, takes turns with all others.
final class Replay implements Resolver {
  private record Turns(List<Exchange> exchanges, AtomicInteger next) {
    Turns(List<Exchange> exchanges) {
      this(List.copyOf(exchanges), new AtomicInteger());
    }

    Exchange take() {
      return exchanges.get(next.getAndUpdate(n -> Math.min(n + 1, exchanges.size() - 1)));
    }
  }

  private record Asked(Question question, String step) {}

  private final Map<Question, Turns> all = new HashMap<>();
  private final Map<Asked, Turns> ofSteps = new HashMap<>();
  private final List<String> vias;
  private final String server;
  private final InstantSource clock;

  /// @param server who answers what the recording does not hold: `recording:FILE`
  Replay(Recording recording, String server, InstantSource clock) {
    recording.entries().forEach(this::add);
    this.vias = recording.vias();
    this.server = server;
    this.clock = clock;
  }

  private void add(Question question, List<Recording.Entry> entries) {
    all.put(question, new Turns(entries.stream().map(Recording.Entry::exchange).toList()));
    entries.stream()
        .filter(entry -> !entry.step().isEmpty())
        .collect(groupingBy(Recording.Entry::step, mapping(Recording.Entry::exchange, toList())))
        .forEach((step, own) -> ofSteps.put(new Asked(question, step), new Turns(own)));
  }

  /// The resolvers that were asked, in a line each, where the recording tells of several.
  List<String> vias() {
    return vias;
  }

  @Override
  public Exchange resolve(Question question) {
    return resolve(question, "");
  }

  @Override
  public Exchange resolve(Question question, String step) {
    var own = ofSteps.get(new Asked(question, step));
    var turns = own == null ? all.get(question) : own;
    if (turns != null) {
      return turns.take();
    }
    var failed = new Answer.Failed(Failure.NOT_RECORDED, "");
    return Exchange.local(question, failed, server, clock.instant());
  }
}
