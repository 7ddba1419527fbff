package org.whence.fetch;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// A document whose host was looked up, and which was not fetched yet: what fetching it would
/// reveal can be shown first. Ended once, by [#fetch] or [#leave]. For one thread at a time.
public final class Prospect {
  /// How many lines are told, and how much of each.
  static final int MAX_LINES = 50;

  static final int MAX_LINE = 200;

  private static final int OK = 200;

  private final Asked what;
  private final Server server;
  private final Branch step;

  /// What is asked of whom.
  record Asked(String uri, Target target, InetAddress address) {}

  Prospect(Asked what, Server server, Branch step) {
    this.what = what;
    this.server = server;
    this.step = step;
  }

  /// The server's name, as it goes in the clear into the handshake.
  public String host() {
    return what.target().hostText();
  }

  /// What the server alone sees beside that: the path with its query.
  public String path() {
    return what.target().path();
  }

  /// The very address that will be connected to.
  public InetAddress address() {
    return what.address();
  }

  /// Leaves it: only its host was looked up.
  public Fetched leave() {
    step.close(Verdict.NONE, FetchReason.LEFT, Value.of(address()));
    return new Fetched(what.uri(), Optional.empty());
  }

  /// Fetches it, and tells in its step whom was asked when, and what came, line by line.
  ///
  /// @param clock tells when
  /// @throws InterruptedException if the thread is interrupted; the step is left open, for its tree
  ///   to stop
  public Fetched fetch(InstantSource clock) throws InterruptedException {
    var reply = server.ask(what.target(), address(), clock);
    step.note(
        FetchReason.ASKED,
        Value.domain(host()),
        Value.of(reply.address()),
        Value.of(reply.asked().truncatedTo(ChronoUnit.SECONDS).toString()));
    switch (reply.came()) {
      case Fetched.Came.Content content -> conclude(content, reply.address());
      case Fetched.Came.Trouble(var words) ->
          step.close(Verdict.TEMPERROR, FetchReason.FAILED, Value.of(words));
    }
    return new Fetched(what.uri(), Optional.of(reply));
  }

  private void conclude(Fetched.Came.Content came, InetAddress address) {
    if (came.status() != OK) {
      step.close(Verdict.NONE, FetchReason.OTHER_STATUS, Value.of(came.status()));
      return;
    }
    if (!came.whole()) {
      step.close(Verdict.NONE, FetchReason.TOO_LARGE, Value.of(HttpsFetch.MAX_SIZE));
      return;
    }
    var lines = new String(came.octets(), StandardCharsets.UTF_8).lines().toList();
    lines.stream()
        .limit(MAX_LINES)
        .forEach(line -> step.note(FetchReason.LINE, Value.of(cut(line))));
    if (lines.size() > MAX_LINES) {
      step.note(FetchReason.MORE_LINES, Value.of(lines.size() - MAX_LINES));
    }
    step.close(
        Verdict.NEUTRAL,
        FetchReason.FETCHED,
        Value.of(came.octets().length),
        Value.of(came.sha256()),
        Value.of(address));
  }

  private static String cut(String line) {
    if (line.length() <= MAX_LINE) {
      return line;
    }
    var half = Character.isHighSurrogate(line.charAt(MAX_LINE - 1));
    return line.substring(0, half ? MAX_LINE - 1 : MAX_LINE);
  }
}
