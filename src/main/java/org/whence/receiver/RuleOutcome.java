package org.whence.receiver;

import java.util.Optional;

/// What became of a rule.
///
/// @param held whether it matched
/// @param said what the server says or writes where it matches, one line of printable ASCII; empty
///   for a symbol
/// @param path the step that it rests on; empty where nothing is known
/// @param byChance whether it hangs on which of several names the client's name server puts first:
///   asking again may turn it round
public record RuleOutcome(
    Rule rule, Held held, String said, Optional<String> path, boolean byChance) {

  /// Whether a rule matched.
  public enum Held {
    /// It did.
    MATCHED,
    /// It did not.
    NOT_MATCHED,
    /// It would, had an earlier rule not refused the client.
    NOT_REACHED,
    /// What it asks about is not known.
    UNKNOWN
  }

  /// Whether it refused the client.
  public boolean refuses() {
    return held == Held.MATCHED && rule.action() instanceof Action.Reply;
  }
}
