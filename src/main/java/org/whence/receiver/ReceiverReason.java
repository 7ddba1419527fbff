package org.whence.receiver;

import org.whence.chain.Reason;

/// What became of a rule, and of the whole.
public enum ReceiverReason implements Reason {
  /// The client is refused for good. Values: the reply, the step that it rests on.
  REFUSED("refused", "RFC 5321, 4.2.1"),
  /// The client is refused for now. Values: as for REFUSED.
  DEFERRED("deferred", "RFC 5321, 4.2.1"),
  /// Something is written down. Values: it, the step that it rests on.
  NOTED("noted", "RFC 8601, 4.1"),
  /// A filter counts a symbol. Values: it, its score, the step that it rests on.
  SYMBOL("symbol", "RFC 8601, 4.1"),
  /// The rule does not match. Values: the step that it rests on.
  NOT_MATCHED("not-matched", "RFC 5321, 4.2.1"),
  /// It would match, had an earlier one not refused the client.
  NOT_REACHED("not-reached", "RFC 5321, 4.2.1"),
  /// What it asks about is not known.
  UNKNOWN("unknown", "RFC 5321, 4.2.1"),
  /// No rule refuses: the mail is taken.
  TAKEN("taken", "RFC 5321, 4.2.1"),
  /// No rule refuses, but something is not known that one asks about.
  OPEN("open", "RFC 5321, 4.2.1"),
  /// A filter counts. Values: the sum of the scores, how many symbols.
  SCORED("scored", "RFC 8601, 4.1"),
  /// It hangs on which of several names comes first.
  BY_CHANCE("by-chance", "RFC 1794, 2"),
  /// IPREV as this software reads it. Values: the verdict's word.
  READS_IPREV("reads-iprev", "RFC 8601, 2.7.3");

  private final String word;
  private final String clause;

  ReceiverReason(String word, String clause) {
    this.word = word;
    this.clause = clause;
  }

  @Override
  public Label label() {
    return new Label("receiver", word, clause);
  }
}
