package org.whence.mail;

import java.util.List;
import java.util.Optional;

/// A display name: words and quoted strings (RFC 5322, 3.2.5; with dots, 4.1).
final class Phrase {
  private Phrase() {}

  /// The text of the tokens, comments left out, encoded words decoded. Programs put encoded words
  /// into quoted strings, which RFC 2047, 5 forbids, and every reader decodes them.
  ///
  /// @return empty where there is no token but comments
  static Optional<String> of(List<AddressToken> tokens) {
    var text = new StringBuilder();
    var any = false;
    var spaced = false;
    for (var token : tokens) {
      if (token.kind() == AddressToken.Kind.COMMENT) {
        spaced = true;
        continue;
      }
      text.append(any && (token.spaced() || spaced) ? " " : "").append(token.text());
      any = true;
      spaced = false;
    }
    return any ? Optional.of(EncodedWords.decode(text.toString())) : Optional.empty();
  }
}
