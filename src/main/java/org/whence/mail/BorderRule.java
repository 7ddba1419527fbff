package org.whence.mail;

import java.util.Optional;

/// How the border of a message is to be found; the strategies are those of rspamd's module
/// `external_relay`.
///
/// @param strategy how
/// @param number how many steps are within for [Strategy#COUNT], which step it is for
///   [Strategy#HOP], else 0
public record BorderRule(Strategy strategy, int number) {
  /// By the servers that the analyst believes, and without any, by the first public address.
  public static final BorderRule AUTOMATIC = new BorderRule(Strategy.AUTOMATIC, 0);

  /// The largest number that is read.
  private static final int MAX = HopChain.MAX_RECEIVED;

  /// The ways to find a border.
  public enum Strategy {
    /// [#TRUSTED] where the analyst believes somebody, else [#LOCAL].
    AUTOMATIC,
    /// The newest client that is none of the servers that the analyst believes.
    TRUSTED,
    /// The newest client with a public address.
    LOCAL,
    /// The newest client that authenticated: a user of the server that says so.
    AUTHENTICATED,
    /// The client of the step that the last of so many own servers wrote, counted from the newest.
    COUNT,
    /// The client of the step with this number, 1 for the oldest.
    HOP
  }

  /// Reads `auto`, `trusted`, `local`, `authenticated`, `count:2`, `hop:3`.
  ///
  /// @return empty for anything else
  public static Optional<BorderRule> parse(String text) {
    return switch (text) {
      case "auto" -> Optional.of(AUTOMATIC);
      case "trusted" -> Optional.of(new BorderRule(Strategy.TRUSTED, 0));
      case "local" -> Optional.of(new BorderRule(Strategy.LOCAL, 0));
      case "authenticated" -> Optional.of(new BorderRule(Strategy.AUTHENTICATED, 0));
      default ->
          numbered(text, "count:", Strategy.COUNT).or(() -> numbered(text, "hop:", Strategy.HOP));
    };
  }

  /// The border at the step with this number, 1 for the oldest.
  public static BorderRule hop(int number) {
    return new BorderRule(Strategy.HOP, number);
  }

  /// What [#parse] reads.
  @Override
  public String toString() {
    return switch (strategy) {
      case AUTOMATIC -> "auto";
      case TRUSTED -> "trusted";
      case LOCAL -> "local";
      case AUTHENTICATED -> "authenticated";
      case COUNT -> "count:" + number;
      case HOP -> "hop:" + number;
    };
  }

  private static Optional<BorderRule> numbered(String text, String prefix, Strategy strategy) {
    return text.startsWith(prefix)
        ? AuthenticationResultsParser.number(text.substring(prefix.length()))
            .filter(number -> number >= 1 && number <= MAX)
            .map(number -> new BorderRule(strategy, number))
        : Optional.empty();
  }
}
