package org.whence.investigation.claim;

import org.whence.chain.Reason;

/// Whether a field is believed, and why.
public enum Standing implements Reason {
  /// The newest field with an id of the analyst's list. Values: the id.
  BELIEVED("believed", "RFC 8601, 4.1", true),
  /// It stands above the trust line, where only servers that are believed wrote.
  ABOVE_LINE("above-line", "RFC 5321, 4.4", true),
  /// The analyst has no list of ids: none is believed. Values: the id.
  NO_LIST("no-list", "RFC 8601, 4.1", false),
  /// It does not say who wrote it, as Microsoft's do not.
  NO_ID("no-authserv-id", "RFC 8601, 2.2", false),
  /// It is no Authentication-Results field, and nobody knows where the trust line lies.
  NOT_ASKED("not-asked", "RFC 8601, 4.1", false),
  /// Its id is not on the list. Values: the id.
  NOT_LISTED("not-listed", "RFC 8601, 4.1", false),
  /// Its id is on the list, and there is a newer one.
  OLDER("older", "RFC 8601, 4.1", false),
  /// It stands right below the Received field of the border: by that server, as Gmail writes, or by
  /// the step before.
  AT_LINE("at-line", "RFC 8601, 5", false),
  /// It stands below the trust line, where anybody may have written it.
  BELOW_LINE("below-line", "RFC 8601, 5", false),
  /// It bears an id of the analyst's own, which would have been deleted when the message was let
  /// in, and stands below the trust line, or at it though that server writes above it. Values: the
  /// id.
  OWN_ID_BELOW_LINE("own-id-below-line", "RFC 8601, 5", false),
  /// It belongs to a chain that holds: what its sealer found, as far as that is trusted.
  CHAIN_HOLDS("chain-holds", "RFC 8617, 5.2", false),
  /// It belongs to a chain that does not hold.
  CHAIN_BROKEN("chain-broken", "RFC 8617, 5.2", false);

  private final String word;
  private final String clause;
  private final boolean believed;

  Standing(String word, String clause, boolean believed) {
    this.word = word;
    this.clause = clause;
    this.believed = believed;
  }

  /// Whether its statements count as those of somebody who is believed.
  public boolean believed() {
    return believed;
  }

  @Override
  public Label label() {
    return new Label("standing", word, clause);
  }
}
