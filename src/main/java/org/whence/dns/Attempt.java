package org.whence.dns;

import java.time.Duration;
import java.util.Locale;

/// One try at one server that did not bring the answer of an [Exchange].
///
/// @param server a URI such as `udp://192.0.2.53:53`
/// @param problem why this try did not bring it
/// @param took from sending to giving up
/// @param detail what the system or the server said beyond the problem's word; may be empty
public record Attempt(String server, Problem problem, Duration took, String detail) {
  /// A try of which nothing more is known.
  public Attempt(String server, Problem problem, Duration took) {
    this(server, problem, took, "");
  }

  /// Why a try did not bring the answer.
  public enum Problem {
    /// No answer in time.
    TIMEOUT,
    /// SERVFAIL, so that another server was asked.
    SERVFAIL,
    /// REFUSED, so that another server was asked.
    REFUSED,
    /// FORMERR also without EDNS, so that another server was asked.
    FORMERR,
    /// NOTIMP also without EDNS, so that another server was asked.
    NOTIMP,
    /// Unreachable.
    NETWORK,
    /// The answer cannot be read.
    MALFORMED,
    /// The answer was cut short, and the question asked again over TCP.
    TRUNCATED,
    /// A datagram did not match the question (id, name and its case, type or class) and was dropped
    /// (RFC 5452, 9).
    MISMATCH,
    /// No answer for about four round trips, so that the same datagram was sent again; the waiting
    /// went on.
    RESENT,
    /// The server closed the connection without an answer, so that it was asked again over a new
    /// one (RFC 7766, 6.2.4).
    CLOSED,
    /// The server does not know EDNS, and was asked again without (RFC 6891, 7).
    NO_EDNS;

    /// Whether the server failed, so that it or another one had to be asked once more.
    public boolean isFailure() {
      return switch (this) {
        case TIMEOUT, SERVFAIL, REFUSED, FORMERR, NOTIMP, NETWORK, MALFORMED -> true;
        case TRUNCATED, MISMATCH, RESENT, CLOSED, NO_EDNS -> false;
      };
    }

    /// The stable word of recordings and of JSON, such as `timeout` or `no-edns`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
