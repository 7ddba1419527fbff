package org.whence.dns;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.whence.dns.Attempt.Problem;

/// What one query brought; the answer may be a failure.
///
/// @param truncated whether it was cut short
/// @param otherCase whether the question came back in another case than it was sent
/// @param isFinal whether it is a failure that would only come again
record Reply(
    String server,
    Answer answer,
    Optional<Response> response,
    List<String> flags,
    boolean truncated,
    boolean otherCase,
    boolean isFinal,
    Duration took) {

  /// A failure.
  static Reply failed(
      String server,
      Answer.Failed answer,
      Optional<Response> response,
      boolean isFinal,
      Duration took) {
    return new Reply(server, answer, response, List.of(), false, false, isFinal, took);
  }

  /// This, found to be cut short although nothing limits it: part of an answer is none.
  Reply cutShort() {
    var unreadable = new Answer.Failed(Failure.MALFORMED, "cut short, although nothing limits it");
    return new Reply(server, unreadable, response, flags, false, otherCase, isFinal, took);
  }

  boolean failedWith(Failure... any) {
    return answer instanceof Answer.Failed failed && List.of(any).contains(failed.failure());
  }

  /// Whether the same server may do better when it is asked again.
  boolean isWorthAnotherTry(Failure failure) {
    return switch (failure) {
      case TIMEOUT, SERVFAIL, NETWORK -> !isFinal;
      case REFUSED, FORMERR, NOTIMP, MALFORMED, BOGUS, NOT_RECORDED, OFFLINE, PLANNED -> false;
    };
  }

  /// A server that spoke tells more than one that did not. One that cannot be reached tells least:
  /// on a network without IPv6, that is every server's second address.
  static int rank(Failure failure) {
    return switch (failure) {
      case BOGUS, SERVFAIL -> 0;
      case REFUSED -> 1;
      case FORMERR, NOTIMP -> 2;
      case MALFORMED -> 3;
      case TIMEOUT -> 4;
      case NETWORK, NOT_RECORDED, OFFLINE, PLANNED -> 5;
    };
  }

  /// This as a try that did not bring the answer.
  Attempt attempt(Problem problem) {
    var detail = answer instanceof Answer.Failed(_, var why) ? why : "";
    return new Attempt(server, problem, took, detail);
  }

  /// This as a try that failed.
  Attempt attempt(Failure failure) {
    return attempt(
        switch (failure) {
          case TIMEOUT -> Problem.TIMEOUT;
          case SERVFAIL, BOGUS -> Problem.SERVFAIL;
          case REFUSED -> Problem.REFUSED;
          case FORMERR -> Problem.FORMERR;
          case NOTIMP -> Problem.NOTIMP;
          case MALFORMED -> Problem.MALFORMED;
          case NETWORK, NOT_RECORDED, OFFLINE, PLANNED -> Problem.NETWORK;
        });
  }
}
