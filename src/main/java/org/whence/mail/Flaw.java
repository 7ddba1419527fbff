package org.whence.mail;

import java.util.Locale;

/// A deviation of one field from its grammar.
///
/// @param kind what it is
/// @param offset where it is, in characters from the beginning of the value as it was given
public record Flaw(Kind kind, int offset) {
  /// How many of one field are told.
  static final int MAX = 50;

  /// What may be wrong. The words for people are found by the key.
  public enum Kind {
    /// The value is longer than is read.
    TOO_LONG,
    /// A comment or a quoted string has no end.
    UNCLOSED,
    /// There is no authserv-id in front, as in what Microsoft writes.
    NO_AUTHSERV_ID,
    /// The authserv-id is neither a token nor a quoted string.
    BAD_AUTHSERV_ID,
    /// A version is no number.
    BAD_VERSION,
    /// There is neither a result nor the word `none`.
    NO_RESULT,
    /// The word `none`, which means that nothing was done, stands beside results.
    NONE_AND_RESULTS,
    /// A semicolon has nothing behind it.
    NOTHING_BEHIND_SEMICOLON,
    /// A result begins without a semicolon before it.
    NO_SEMICOLON,
    /// A word that names something has characters that such words do not have.
    BAD_KEYWORD,
    /// A property does not say what it is a property of.
    NO_PTYPE,
    /// A value would have to be quoted, or is missing.
    BAD_VALUE,
    /// The reason stands behind properties, or a second time.
    REASON_OUT_OF_PLACE,
    /// Words that belong to nothing.
    STRAY_TEXT,
    /// A semicolon where a comma belongs.
    STRAY_SEMICOLON,
    /// Two addresses without a comma between.
    NO_COMMA,
    /// What stands where an address belongs is none.
    NOT_AN_ADDRESS,
    /// A display name would have to be quoted.
    BAD_NAME,
    /// An encoded word stands in a quoted string (RFC 2047, 5).
    QUOTED_ENCODED_WORD,
    /// The instance of an ARC set where none belongs.
    STRAY_INSTANCE,
    /// The instance of an ARC set is missing.
    NO_INSTANCE;

    /// A stable word, such as `no-authserv-id`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A stable key, such as `flaw.no-authserv-id`.
    public String key() {
      return "flaw." + word();
    }
  }
}
