package org.whence.investigation;

import org.whence.chain.Reason;

/// Why a hop or a message has no result of a check.
public enum InvestigationReason implements Reason {
  /// The field does not tell the client's address.
  NO_CLIENT_ADDRESS("no-client-address", "RFC 5321, 4.4"),
  /// The field records no SMTP transaction: a hand-over within a host, or a fetch from a mailbox.
  NOT_A_RELAY_STEP("not-a-relay-step", "RFC 5321, 4.4"),
  /// The field cannot be read as a Received field.
  UNREADABLE("unreadable", "RFC 5321, 4.4"),
  /// The message has no Received field: it tells nothing of its way.
  NO_HOPS("no-hops", "RFC 5321, 4.4"),
  /// A hop that was to be left alone is none of the way. Values: its number, how many hops there
  /// are.
  NO_SUCH_HOP("no-such-hop", "RFC 5321, 4.4"),
  /// The analyst switched the check off.
  SWITCHED_OFF("switched-off", "RFC 8601, 2.7.3"),
  /// Neither the message nor the analyst tells the client's address, which the check is about.
  NO_CLIENT("no-client", "RFC 7208, 4.1");

  private final String word;
  private final String clause;

  InvestigationReason(String word, String clause) {
    this.word = word;
    this.clause = clause;
  }

  @Override
  public Label label() {
    return new Label("case", word, clause);
  }
}
