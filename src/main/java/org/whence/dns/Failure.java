package org.whence.dns;

import java.util.Locale;

/// Why a question got no answer. Every one of these is temporary to a check: nothing was learned
/// about the name.
public enum Failure {
  /// The server could not find out (RCODE 2).
  SERVFAIL,
  /// The server will not answer us (RCODE 5).
  REFUSED,
  /// The server did not understand the query (RCODE 1).
  FORMERR,
  /// The server does not do this kind of query (RCODE 4).
  NOTIMP,
  /// No answer came in time, from any server, in any try.
  TIMEOUT,
  /// The server cannot be reached: no route, connection refused or closed.
  NETWORK,
  /// An answer came that cannot be read, or has an RCODE that means nothing here.
  MALFORMED,
  /// The answer did not validate (RFC 4035, 4.3).
  BOGUS,
  /// The recording that is replayed does not hold this question.
  NOT_RECORDED,
  /// Nothing may be asked.
  OFFLINE,
  /// It was only found out what would be asked; nothing was sent.
  PLANNED;

  /// Whether DNS was asked, and this is what came of it; otherwise nothing was asked.
  boolean isOfNetwork() {
    return switch (this) {
      case NOT_RECORDED, OFFLINE, PLANNED -> false;
      case SERVFAIL, REFUSED, FORMERR, NOTIMP, TIMEOUT, NETWORK, MALFORMED, BOGUS -> true;
    };
  }

  /// The stable word of recordings and of JSON, such as `servfail` or `not-recorded`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
