package org.whence.hop;

import org.whence.chain.Reason;

/// What may be noticed about a step of the way, or the way. Spans of time are seconds.
public enum HopReason implements Reason {
  /// The time since the step before. Values: the span, the moment in UTC, the offset that it was
  /// written with (an empty text for UTC).
  AFTER("RFC 5321, 4.4"),
  /// The stamp is earlier than that of the step before: their clocks differ. Values: the span, the
  /// server that stamped the step before, the moment in UTC, its offset.
  BEFORE("RFC 5321, 4.4"),
  /// The oldest stamp. Values: the moment in UTC, its offset.
  FIRST("RFC 5321, 4.4"),
  /// The field has no date that can be read.
  NO_DATE("RFC 5321, 4.4"),
  /// The date has no offset from UTC: nobody knows when that was. Values: the clock's reading.
  NO_OFFSET("RFC 5322, 3.3"),
  /// The server's clock is ahead of the others. Values: the server, the span.
  CLOCK_AHEAD("RFC 5321, 4.4"),
  /// The server's clock is behind the others. Values: the server, the span.
  CLOCK_BEHIND("RFC 5321, 4.4"),
  /// One server stamped this step earlier than an older one, so that no difference of clocks
  /// explains it. Values: the server, the span, the number of the older step.
  TURNED_BACK("RFC 5321, 4.4"),
  /// The stamp is later than now. Values: the span.
  IN_FUTURE("RFC 5321, 4.4"),
  /// The client is not the server of the step before, as far as names and addresses tell: a step is
  /// missing, or a name is not that of its host. Values: that server, the client, the number of the
  /// step before.
  GAP("RFC 5321, 4.4"),
  /// By their names, the step that follows the one before is another. Values: the server before,
  /// the number of the step that it is the client of.
  OUT_OF_ORDER("RFC 5321, 4.4"),
  /// The message was at this server before, and elsewhere between. Values: the server, the number
  /// of the older step.
  LOOP("RFC 5321, 6.3"),
  /// The step went under TLS. Values: version, cipher, protocol, each an empty text where the field
  /// does not tell.
  TLS("RFC 3848"),
  /// The step went under a version of TLS that is no longer to be used. Values: the version.
  TLS_OLD("RFC 8996"),
  /// The step went under a cipher that protects nothing any more. Values: the cipher.
  TLS_WEAK("RFC 9325, 4.1"),
  /// The step went in the clear. Values: the protocol.
  CLEAR("RFC 3848"),
  /// The client authenticated. Values: who, an empty text where the field does not tell; the
  /// protocol.
  AUTHENTICATED("RFC 4954, 6"),
  /// Internationalized mail. Values: the protocol.
  UTF8("RFC 6531, 4.3"),
  /// The server has an address of special use. Values: the address, the block, its name, its RFC.
  SPECIAL_SERVER("RFC 6890"),
  /// The server or the client is of somebody who hosts mail. Values: who, the name that tells.
  PROVIDER("RFC 5598, 2.2"),
  /// Of somebody who sends for others. Values as above.
  SENDER("RFC 5598, 2.2"),
  /// Of somebody who filters for others. Values as above.
  GATEWAY("RFC 5598, 2.2.3"),
  /// Of a list. Values as above.
  LIST("RFC 5598, 5.3"),
  /// Of somebody who forwards for others. Values as above.
  FORWARDER("RFC 5598, 5.1"),
  /// The client at the trust line filters or forwards for others: what it wrote may be believed as
  /// well. Values: who, the name that tells.
  RELAY_AT_LINE("RFC 8601, 1.2"),

  /// The way as a whole. Values: how many steps, how many under TLS, how many in the clear.
  WAY("RFC 5321, 4.4"),
  /// How long the way took, by clocks set right. Values: the span.
  TOOK("RFC 5321, 4.4"),
  /// The envelope's sender was rewritten by a forwarder. Values: how it is called, the rewritten
  /// sender, the original one.
  REWRITTEN("RFC 5321, 3.9"),
  /// A mailbox handed the message on. Values: the field that says so, what it says, its place.
  FORWARDED("RFC 5598, 5.1");

  private final String clause;

  HopReason(String clause) {
    this.clause = clause;
  }

  @Override
  public Label label() {
    return Label.named("hop", name(), clause);
  }
}
