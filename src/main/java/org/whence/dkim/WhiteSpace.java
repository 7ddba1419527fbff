package org.whence.dkim;

/// The white space that counts for nothing in tags and folded fields.
final class WhiteSpace {
  private WhiteSpace() {}

  /// FWS (RFC 6376, 2.8): a blank, or what folds a line.
  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /// The text without any white space.
  static String withoutSpace(String text) {
    var at = 0;
    while (at < text.length() && !isSpace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    var kept = new StringBuilder(text.length()).append(text, 0, at);
    for (; at < text.length(); at++) {
      if (!isSpace(text.charAt(at))) {
        kept.append(text.charAt(at));
      }
    }
    return kept.toString();
  }

  /// The text without white space at its ends.
  static String strip(String text) {
    var from = 0;
    var to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }
}
