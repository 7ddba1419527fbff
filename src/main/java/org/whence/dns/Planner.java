package org.whence.dns;

import java.time.InstantSource;
import java.util.List;

/// Sends nothing, so that whoever asks it finds out what would be asked. What somebody knows
/// without sending anything is answered; every other question ends as [Failure#PLANNED].
///
/// @param known who is asked for what they know, in order; what they do not know is
///   [Failure#NOT_RECORDED] to them
/// @param server who would be asked, as a URI
record Planner(List<Resolver> known, String server, InstantSource clock) implements Resolver {
  Planner {
    known = List.copyOf(known);
  }

  @Override
  public Exchange resolve(Question question) throws InterruptedException {
    return resolve(question, "");
  }

  @Override
  public Exchange resolve(Question question, String step) throws InterruptedException {
    for (var source : known) {
      var exchange = source.resolve(question, step);
      if (exchange.failure() != Failure.NOT_RECORDED) {
        return exchange;
      }
    }
    var planned = new Answer.Failed(Failure.PLANNED, "");
    return Exchange.local(question, planned, server, clock.instant());
  }
}
