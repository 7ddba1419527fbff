package org.whence.spf;

/// A piece of a macro-string (RFC 7208, 7.1).
public sealed interface Macro {

  /// The piece as it is written in records.
  String text();

  /// Characters that stand for themselves.
  record Literal(String text) implements Macro {}

  /// `%%`, `%_` or `%-`.
  ///
  /// @param text two characters, the first of them `%`
  record Escape(String text) implements Macro {
    /// What it stands for (RFC 7208, 7.1).
    String meaning() {
      return switch (text.charAt(1)) {
        case '_' -> " ";
        case '-' -> "%20";
        default -> "%";
      };
    }
  }

  /// `%{…}`: a value of the check, in parts.
  ///
  /// @param letter the macro letter as written; in upper case the result is URL-escaped
  /// @param digits how many right-hand parts are used, as written; empty for all
  /// @param reverse whether the parts are reversed
  /// @param delimiters where the value is split; empty for dots
  record Expand(char letter, String digits, boolean reverse, String delimiters) implements Macro {
    @Override
    public String text() {
      return "%{" + letter + digits + (reverse ? "r" : "") + delimiters + "}";
    }

    /// The letter in lower case.
    char kind() {
      return Character.toLowerCase(letter);
    }

    boolean escapes() {
      return Character.isUpperCase(letter);
    }

    /// What the value becomes by the transformers (RFC 7208, 7.3): split, reversed, cut to its
    /// right-hand parts, joined by dots, escaped.
    String transform(String value) {
      var parts = Parts.of(value, delimiters.isEmpty() ? "." : delimiters);
      var plain =
          digits.isEmpty() && !reverse && delimiters.isEmpty()
              ? value
              : String.join(".", parts.reversed(reverse).last(count()));
      return escapes() ? UrlEscape.of(plain) : plain;
    }

    /// No value has more parts than characters, so larger numbers all mean the same.
    private int count() {
      return digits.isEmpty() || digits.length() > 6
          ? Integer.MAX_VALUE
          : Integer.parseInt(digits, 10);
    }
  }
}
