package org.whence.investigation;

import java.util.Optional;

/// The text of a reverse-path (RFC 5321, 4.1.2).
final class ReversePath {
  private ReversePath() {}

  /// The address of a path without its brackets and its route (RFC 5321, appendix C), empty text
  /// for the null sender; nothing where there is no address.
  static Optional<String> of(String value) {
    var open = value.indexOf('<');
    var close = value.lastIndexOf('>');
    if (open < 0 || close < open) {
      var word = value.strip().split("\\s", 2)[0];
      return word.indexOf('@') > 0 ? Optional.of(word) : Optional.empty();
    }
    var path = value.substring(open + 1, close).strip();
    var colon = path.startsWith("@") ? path.indexOf(':') : -1;
    return Optional.of(path.substring(colon + 1));
  }
}
