package org.whence.dns;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Attempt.Problem;
import org.whence.dns.Query.Reading;
import org.xbill.DNS.Flags;

/// One question on its way round the servers.
final class Rounds {
  /// How many messages that do not match are noted for each query; a flood says no more.
  static final int MOST_MISMATCHES = 16;

  private static final int ID_BOUND = 1 << 16;

  /// What one query brought; the answer may be a failure.
  private record Reply(
      String server,
      Answer answer,
      Optional<Response> response,
      List<String> flags,
      boolean truncated,
      Duration took) {

    boolean failedWith(Failure... any) {
      return answer instanceof Answer.Failed(var failure, _) && List.of(any).contains(failure);
    }
  }

  /// A failed reply, and its place among the attempts.
  private record Failed(Reply reply, Failure failure, int place) {}

  private final ServerResolver asker;
  private final Question question;
  private final Instant asked;
  private final long start = System.nanoTime();
  private final List<Attempt> attempts = new ArrayList<>();
  private @Nullable Failed mostTelling;

  Rounds(ServerResolver asker, Question question) {
    this.asker = asker;
    this.question = question;
    this.asked = asker.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Exchange exchange() throws InterruptedException {
    var left = new ArrayList<>(asker.servers());
    for (var round = 0; round < asker.tries() && !left.isEmpty(); round++) {
      for (var server : List.copyOf(left)) {
        var reply = ask(server);
        if (!(reply.answer() instanceof Answer.Failed(var failure, _))) {
          return exchange(reply);
        }
        noteFailed(reply, failure);
        if (!isWorthAnotherTry(failure)) {
          left.remove(server);
        }
      }
    }
    if (mostTelling == null) {
      throw new IllegalStateException("no server, or no try");
    }
    attempts.remove(mostTelling.place());
    return exchange(mostTelling.reply());
  }

  private static boolean isWorthAnotherTry(Failure failure) {
    return switch (failure) {
      case TIMEOUT, SERVFAIL, NETWORK -> true;
      case REFUSED, FORMERR, NOTIMP, MALFORMED, BOGUS, NOT_RECORDED, OFFLINE -> false;
    };
  }

  private void noteFailed(Reply reply, Failure failure) {
    if (mostTelling == null || rank(failure) <= rank(mostTelling.failure())) {
      mostTelling = new Failed(reply, failure, attempts.size());
    }
    attempts.add(new Attempt(reply.server(), problem(failure), reply.took()));
  }

  /// A server that spoke tells more than one that did not. One that cannot be reached tells least:
  /// on a network without IPv6, that is every server's second address.
  private static int rank(Failure failure) {
    return switch (failure) {
      case BOGUS, SERVFAIL -> 0;
      case REFUSED -> 1;
      case FORMERR, NOTIMP -> 2;
      case MALFORMED -> 3;
      case TIMEOUT -> 4;
      case NETWORK, NOT_RECORDED, OFFLINE -> 5;
    };
  }

  private static Problem problem(Failure failure) {
    return switch (failure) {
      case TIMEOUT -> Problem.TIMEOUT;
      case SERVFAIL, BOGUS -> Problem.SERVFAIL;
      case REFUSED -> Problem.REFUSED;
      case FORMERR -> Problem.FORMERR;
      case NOTIMP -> Problem.NOTIMP;
      case MALFORMED -> Problem.MALFORMED;
      case NETWORK, NOT_RECORDED, OFFLINE -> Problem.NETWORK;
    };
  }

  private Exchange exchange(Reply reply) {
    return new Exchange(
        question,
        reply.answer(),
        reply.server(),
        asked,
        since(start),
        reply.flags(),
        reply.response(),
        attempts,
        Optional.empty());
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime).truncatedTo(ChronoUnit.MILLIS);
  }

  /// One try at one server.
  private Reply ask(Server server) throws InterruptedException {
    var edns = true;
    var reply = carry(server.first(), edns);
    if (reply.failedWith(Failure.FORMERR, Failure.NOTIMP)) {
      // RFC 6891, 7: so do servers that do not know EDNS.
      attempts.add(new Attempt(reply.server(), Problem.NO_EDNS, reply.took()));
      edns = false;
      reply = carry(server.first(), edns);
    }
    if (reply.truncated() && server.whole().isPresent()) {
      attempts.add(new Attempt(reply.server(), Problem.TRUNCATED, reply.took()));
      reply = carry(server.whole().get(), edns);
    }
    return reply;
  }

  private Reply carry(Transport transport, boolean edns) throws InterruptedException {
    var query = new Query(question, asker.random().nextInt(ID_BOUND), edns);
    var mismatches = new Mismatches(transport.server());
    var sent = System.nanoTime();
    try {
      var reading = transport.exchange(query, asker.timeout(), mismatches::drop);
      return switch (reading) {
        case Reading.Matching(var response, var message) ->
            new Reply(
                transport.server(),
                AnswerReader.read(question, message),
                Optional.of(response),
                Response.flags(message),
                message.getHeader().getFlag(Flags.TC),
                since(sent));
        case Reading.Unreadable(var response) -> unreadable(transport, response, sent);
        case Reading.Foreign(var response) -> unreadable(transport, response, sent);
      };
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return mismatches.noMessage != null
          ? unreadable(transport, mismatches.noMessage, sent)
          : failed(transport, e, sent);
    }
  }

  private static Reply unreadable(Transport transport, Response response, long sent) {
    return new Reply(
        transport.server(),
        new Answer.Failed(Failure.MALFORMED, ""),
        Optional.of(response),
        List.of(),
        false,
        since(sent));
  }

  private static Reply failed(Transport transport, IOException e, long sent) {
    var answer =
        e instanceof SocketTimeoutException
            ? new Answer.Failed(Failure.TIMEOUT, "")
            : new Answer.Failed(Failure.NETWORK, OneLine.cause(e));
    return new Reply(transport.server(), answer, Optional.empty(), List.of(), false, since(sent));
  }

  /// What came for one query and was dropped.
  private final class Mismatches {
    private final String server;
    private final long sent = System.nanoTime();
    private int count;

    /// Octets too few for a message, where they are all that came: more telling than silence.
    private @Nullable Response noMessage;

    Mismatches(String server) {
      this.server = server;
    }

    void drop(Reading.Foreign foreign) {
      count++;
      if (count <= MOST_MISMATCHES) {
        attempts.add(new Attempt(server, Problem.MISMATCH, since(sent)));
      }
      if (!foreign.isMessage()) {
        noMessage = foreign.response();
      }
    }
  }
}
