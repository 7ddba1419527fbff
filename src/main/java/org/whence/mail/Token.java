package org.whence.mail;

/// A token of a Received value (RFC 5321, 4.4; RFC 5322, 3.2).
///
/// @param kind what it is
/// @param text what is within the delimiters; quoted pairs of a quoted string are resolved
/// @param glued whether it follows the token before it without a blank
/// @param end the offset behind it
record Token(Kind kind, String text, boolean glued, int end) {
  enum Kind {
    WORD,
    QUOTED,
    /// `[…]`
    LITERAL,
    /// `<…>`
    ANGLE,
    /// `(…)` with all that is nested in it
    COMMENT,
    SEMICOLON
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /// Whether it is this word, without regard to case.
  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /// The text without the comma that some programs put between clauses.
  String value() {
    return kind == Kind.WORD && text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
  }
}
