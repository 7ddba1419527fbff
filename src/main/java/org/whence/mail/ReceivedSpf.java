package org.whence.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one Received-SPF field says (RFC 7208, 9.1). Whoever wrote it may have claimed anything.
///
/// @param conformance how well it keeps to the grammar
/// @param result the result in lower case; any word that stands there
/// @param comments the comments in their order, without their outer parentheses
/// @param pairs the keys with their values, in their order
/// @param flaws the deviations from the grammar, at most 50, in the order of the text
public record ReceivedSpf(
    Conformance conformance,
    Optional<String> result,
    List<String> comments,
    List<Pair> pairs,
    List<Flaw> flaws) {
  /// How many characters a field may have to be read.
  public static final int MAX_LENGTH = 64 * 1024;

  public ReceivedSpf {
    comments = List.copyOf(comments);
    pairs = List.copyOf(pairs);
    flaws = List.copyOf(flaws);
  }

  /// A key with its value.
  ///
  /// @param key the key in lower case
  /// @param value the value without quotes
  public record Pair(String key, String value) {}

  /// Reads the value of a field, folded or unfolded, without its name. Never throws; a value longer
  /// than [#MAX_LENGTH] is not read.
  public static ReceivedSpf parse(String value) {
    return value.length() > MAX_LENGTH
        ? new ReceivedSpf(
            Conformance.UNPARSED,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(new Flaw(Flaw.Kind.TOO_LONG, MAX_LENGTH)))
        : new ReceivedSpfReader(value).read();
  }

  /// The value of a key, such as `client-ip`; that of the first where it stands several times.
  public Optional<String> value(String key) {
    var lower = key.toLowerCase(Locale.ROOT);
    return pairs.stream().filter(pair -> pair.key().equals(lower)).map(Pair::value).findFirst();
  }
}
