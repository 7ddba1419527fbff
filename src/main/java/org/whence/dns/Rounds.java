package org.whence.dns;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Attempt.Problem;

/// One question on its way round the servers.
///
/// It is given up after a while altogether ([ServerResolver#longest]). Only what queries took
/// counts; waiting for a place does not.
///
/// This is the path of every question of a long list, and the compiler translates all of it at
/// once: patterns of records and the general arithmetic of times make it several times as large.
final class Rounds {
  /// A failed reply, and its place among the attempts.
  private record Failed(Reply reply, Failure failure, int place) {}

  private final ServerResolver asker;
  private final Question question;
  private @Nullable Instant asked;
  private long start;
  private Duration left;
  private final List<Attempt> attempts = new ArrayList<>();
  private @Nullable Failed mostTelling;

  Rounds(ServerResolver asker, Question question) {
    this.asker = asker;
    this.question = question;
    left = asker.longest();
  }

  Exchange exchange() throws InterruptedException {
    var worthAsking = asker.servers();
    for (var round = 0; round < asker.tries(); round++) {
      for (var server : worthAsking) {
        if (!left.isPositive()) {
          break;
        }
        var reply = ask(server);
        if (!(reply.answer() instanceof Answer.Failed failed)) {
          return exchange(reply);
        }
        var failure = failed.failure();
        noteFailed(reply, failure);
        if (!reply.isWorthAnotherTry(failure)) {
          worthAsking = without(server, worthAsking);
        }
      }
    }
    if (mostTelling == null) {
      throw new IllegalStateException("no server, or no try");
    }
    attempts.remove(mostTelling.place());
    return exchange(mostTelling.reply());
  }

  private static List<Server> without(Server one, List<Server> servers) {
    return servers.stream().filter(server -> server != one).toList();
  }

  private void noteFailed(Reply reply, Failure failure) {
    if (mostTelling == null || Reply.rank(failure) <= Reply.rank(mostTelling.failure())) {
      mostTelling = new Failed(reply, failure, attempts.size());
    }
    attempts.add(reply.attempt(failure));
  }

  private Exchange exchange(Reply reply) {
    return new Exchange(
        question,
        reply.answer(),
        reply.server(),
        requireNonNull(asked),
        Way.millisSince(start),
        reply.flags(),
        reply.response(),
        attempts,
        Optional.empty());
  }

  /// One try at one server.
  private Reply ask(Server server) throws InterruptedException {
    var edns = true;
    var reply = believed(server, edns);
    if (reply.failedWith(Failure.FORMERR, Failure.NOTIMP)) {
      // RFC 6891, 7: so do servers that do not know EDNS.
      attempts.add(reply.attempt(Problem.NO_EDNS));
      edns = false;
      reply = believed(server, edns);
    }
    if (reply.truncated() && server.whole().isPresent()) {
      attempts.add(reply.attempt(Problem.TRUNCATED));
      reply = carry(server, server.whole().get(), edns);
    }
    return reply.truncated() ? reply.cutShort() : reply;
  }

  /// An answer whose question comes back in another case is forged, or that of a server that does
  /// not keep the case. So it is dropped and the question asked again over TCP, where nobody can
  /// forge, and where the case shows which it is. A server without TCP is believed as it is.
  private Reply believed(Server server, boolean edns) throws InterruptedException {
    var reply = carry(server, server.first(), edns);
    if (!reply.otherCase()) {
      return reply;
    }
    attempts.add(reply.attempt(Problem.MISMATCH));
    if (server.whole().isPresent()) {
      var again = carry(server, server.whole().get(), edns);
      if (!again.failedWith(Failure.TIMEOUT, Failure.NETWORK)) {
        if (again.otherCase()) {
          server.losesCase();
        }
        return again;
      }
      attempts.add(
          again.attempt(again.failedWith(Failure.TIMEOUT) ? Problem.TIMEOUT : Problem.NETWORK));
    }
    server.losesCase();
    return carry(server, server.first(), edns);
  }

  private Reply carry(Server server, Transport transport, boolean edns)
      throws InterruptedException {
    var pace = server.pace();
    pace.enter();
    var way = new Way(transport, pace, attempts);
    if (asked == null) {
      asked = Instant.ofEpochMilli(asker.clock().millis());
      start = System.nanoTime();
    }
    var end = Window.End.NEITHER;
    try {
      var query = Query.of(question, edns, server.mixesCase(), asker.random());
      var reply =
          way.reply(asker.dnssec() ? query.withDnssec() : query, least(asker.timeout(), left));
      end = way.end(reply);
      if (!reply.failedWith(Failure.TIMEOUT, Failure.NETWORK)) {
        pace.answered(way.soFar());
      }
      return reply;
    } finally {
      left = left.minus(way.soFar());
      pace.leave(end);
    }
  }

  /// Zero would be no time at all, where an answer may be there already.
  private static Duration least(Duration one, Duration other) {
    var least = one.compareTo(other) < 0 ? one : other;
    return least.isPositive() ? least : Duration.ofMillis(1);
  }
}
