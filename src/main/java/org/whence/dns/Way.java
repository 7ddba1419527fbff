package org.whence.dns;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Attempt.Problem;
import org.whence.dns.Query.Reading;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/// One query on its way, and what happens there.
final class Way implements Transport.Watcher {
  /// How many messages that do not match are noted for each query; a flood says no more.
  static final int MOST_MISMATCHES = 16;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Transport transport;
  private final Pace pace;
  private final List<Attempt> attempts;
  private final long sent = System.nanoTime();
  private int mismatches;
  private boolean again;

  /// Octets too few for a message, where they are all that came: more telling than silence.
  private @Nullable Response noMessage;

  /// @param attempts takes what happens
  Way(Transport transport, Pace pace, List<Attempt> attempts) {
    this.transport = transport;
    this.pace = pace;
    this.attempts = attempts;
  }

  /// Sends the query, and waits for what comes of it.
  Reply reply(Query query, Duration timeout) throws InterruptedException {
    var question = query.question();
    try {
      var patience = new Patience(timeout, pace.resendAfter());
      return switch (transport.exchange(query, patience, this)) {
        case Reading.Matching same -> read(question, same.response(), same.message(), false);
        case Reading.OtherCase other -> read(question, other.response(), other.message(), true);
        case Reading.Unreadable octets -> unreadable(octets.response());
        case Reading.Foreign octets -> unreadable(octets.response());
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

  /// How long it has been under way.
  Duration soFar() {
    return Duration.ofNanos(System.nanoTime() - sent);
  }

  private Reply read(Question question, Response response, Message message, boolean otherCase) {
    return new Reply(
        transport.server(),
        AnswerReader.read(question, message),
        Optional.of(response),
        Response.flags(message),
        message.getHeader().getFlag(Flags.TC),
        otherCase,
        false,
        millis());
  }

  private Reply unreadable(Response response) {
    var answer = new Answer.Failed(Failure.MALFORMED, "");
    return Reply.failed(transport.server(), answer, Optional.of(response), false, millis());
  }

  private Reply failed(IOException e) {
    var answer =
        e instanceof SocketTimeoutException
            ? new Answer.Failed(Failure.TIMEOUT, Objects.requireNonNullElse(e.getMessage(), ""))
            : new Answer.Failed(Failure.NETWORK, OneLine.cause(e));
    var isFinal = e instanceof FinalTrouble;
    return Reply.failed(transport.server(), answer, Optional.empty(), isFinal, millis());
  }

  private Duration millis() {
    return millisSince(sent);
  }

  /// How long it has been, in whole milliseconds.
  static Duration millisSince(long nanoTime) {
    return Duration.ofMillis((System.nanoTime() - nanoTime) / NANOS_PER_MILLI);
  }

  private void note(Problem problem) {
    attempts.add(new Attempt(transport.server(), problem, millis()));
  }

  @Override
  public void dropped(Reading.Foreign foreign) {
    mismatches++;
    if (mismatches <= MOST_MISMATCHES) {
      note(Problem.MISMATCH);
    }
    if (!foreign.isMessage()) {
      noMessage = foreign.response();
    }
  }

  @Override
  public void sentAgain() {
    again = true;
    pace.sentAgain();
    note(Problem.RESENT);
  }

  @Override
  public void reconnected() {
    note(Problem.CLOSED);
  }
}
