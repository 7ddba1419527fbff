package org.whence.dns;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Attempt.Problem;
import org.whence.dns.Query.Reading;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/// One question on its way round the servers.
final class Rounds {
  /// How many messages that do not match are noted for each query; a flood says no more.
  static final int MOST_MISMATCHES = 16;

  /// What one query brought; the answer may be a failure, and then one that would only come again.
  private record Reply(
      String server,
      Answer answer,
      Optional<Response> response,
      List<String> flags,
      boolean truncated,
      boolean otherCase,
      boolean isFinal,
      Duration took) {

    boolean failedWith(Failure... any) {
      return answer instanceof Answer.Failed(var failure, _) && List.of(any).contains(failure);
    }
  }

  /// A failed reply, and its place among the attempts.
  private record Failed(Reply reply, Failure failure, int place) {}

  private final ServerResolver asker;
  private final Question question;
  private @Nullable Instant asked;
  private long start;
  private final List<Attempt> attempts = new ArrayList<>();
  private @Nullable Failed mostTelling;

  Rounds(ServerResolver asker, Question question) {
    this.asker = asker;
    this.question = question;
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
        if (reply.isFinal() || !isWorthAnotherTry(failure)) {
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
      case REFUSED, FORMERR, NOTIMP, MALFORMED, BOGUS, NOT_RECORDED, OFFLINE, PLANNED -> false;
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
      case NETWORK, NOT_RECORDED, OFFLINE, PLANNED -> 5;
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
      case NETWORK, NOT_RECORDED, OFFLINE, PLANNED -> Problem.NETWORK;
    };
  }

  private Exchange exchange(Reply reply) {
    return new Exchange(
        question,
        reply.answer(),
        reply.server(),
        requireNonNull(asked),
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
    var reply = believed(server, edns);
    if (reply.failedWith(Failure.FORMERR, Failure.NOTIMP)) {
      // RFC 6891, 7: so do servers that do not know EDNS.
      note(reply, Problem.NO_EDNS);
      edns = false;
      reply = believed(server, edns);
    }
    if (reply.truncated() && server.whole().isPresent()) {
      note(reply, Problem.TRUNCATED);
      reply = carry(server, server.whole().get(), edns);
    }
    return reply;
  }

  private void note(Reply reply, Problem problem) {
    attempts.add(new Attempt(reply.server(), problem, reply.took()));
  }

  /// An answer whose question comes back in another case is forged, or that of a server that does
  /// not keep the case. So it is dropped and the question asked again over TCP, where nobody can
  /// forge, and where the case shows which it is. A server without TCP is believed as it is.
  private Reply believed(Server server, boolean edns) throws InterruptedException {
    var reply = carry(server, server.first(), edns);
    if (!reply.otherCase()) {
      return reply;
    }
    note(reply, Problem.MISMATCH);
    if (server.whole().isPresent()) {
      var again = carry(server, server.whole().get(), edns);
      if (!again.failedWith(Failure.TIMEOUT, Failure.NETWORK)) {
        if (again.otherCase()) {
          server.losesCase();
        }
        return again;
      }
      note(again, again.failedWith(Failure.TIMEOUT) ? Problem.TIMEOUT : Problem.NETWORK);
    }
    server.losesCase();
    return carry(server, server.first(), edns);
  }

  private Reply carry(Server server, Transport transport, boolean edns)
      throws InterruptedException {
    var pace = server.pace();
    pace.enter();
    var sent = System.nanoTime();
    if (asked == null) {
      asked = asker.clock().instant().truncatedTo(ChronoUnit.MILLIS);
      start = sent;
    }
    var way = new Way(transport, pace, sent);
    var end = Window.End.NEITHER;
    try {
      var reply = way.reply(Query.of(question, edns, server.mixesCase(), asker.random()));
      end = way.end(reply);
      if (!reply.failedWith(Failure.TIMEOUT, Failure.NETWORK)) {
        pace.answered(Duration.ofNanos(System.nanoTime() - sent));
      }
      return reply;
    } finally {
      pace.leave(end);
    }
  }

  /// One query on its way, and what happens there.
  private final class Way implements Transport.Watcher {
    private final Transport transport;
    private final Pace pace;
    private final long sent;
    private int mismatches;
    private boolean again;

    /// Octets too few for a message, where they are all that came: more telling than silence.
    private @Nullable Response noMessage;

    Way(Transport transport, Pace pace, long sent) {
      this.transport = transport;
      this.pace = pace;
      this.sent = sent;
    }

    Reply reply(Query query) throws InterruptedException {
      try {
        var patience = new Patience(asker.timeout(), pace.resendAfter());
        return switch (transport.exchange(query, patience, this)) {
          case Reading.Matching(var response, var message) -> read(response, message, false);
          case Reading.OtherCase(var response, var message) -> read(response, message, true);
          case Reading.Unreadable(var response) -> unreadable(response);
          case Reading.Foreign(var response) -> unreadable(response);
        };
      } catch (IOException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        return noMessage != null ? unreadable(noMessage) : failed(e);
      }
    }

    /// What the end of the query says about the pace.
    Window.End end(Reply reply) {
      if (again || reply.failedWith(Failure.TIMEOUT)) {
        return Window.End.LOST;
      }
      return reply.failedWith(Failure.NETWORK) ? Window.End.NEITHER : Window.End.ANSWERED;
    }

    private Reply read(Response response, Message message, boolean otherCase) {
      return new Reply(
          transport.server(),
          AnswerReader.read(question, message),
          Optional.of(response),
          Response.flags(message),
          message.getHeader().getFlag(Flags.TC),
          otherCase,
          false,
          since(sent));
    }

    private Reply unreadable(Response response) {
      return without(new Answer.Failed(Failure.MALFORMED, ""), Optional.of(response), false);
    }

    private Reply failed(IOException e) {
      var answer =
          e instanceof SocketTimeoutException
              ? new Answer.Failed(Failure.TIMEOUT, Objects.requireNonNullElse(e.getMessage(), ""))
              : new Answer.Failed(Failure.NETWORK, OneLine.cause(e));
      return without(answer, Optional.empty(), e instanceof FinalTrouble);
    }

    private Reply without(Answer.Failed answer, Optional<Response> response, boolean isFinal) {
      return new Reply(
          transport.server(), answer, response, List.of(), false, false, isFinal, since(sent));
    }

    @Override
    public void dropped(Reading.Foreign foreign) {
      mismatches++;
      if (mismatches <= MOST_MISMATCHES) {
        attempts.add(new Attempt(transport.server(), Problem.MISMATCH, since(sent)));
      }
      if (!foreign.isMessage()) {
        noMessage = foreign.response();
      }
    }

    @Override
    public void sentAgain() {
      again = true;
      pace.sentAgain();
      attempts.add(new Attempt(transport.server(), Problem.RESENT, since(sent)));
    }

    @Override
    public void reconnected() {
      attempts.add(new Attempt(transport.server(), Problem.CLOSED, since(sent)));
    }
  }
}
