package org.whence.dkim;

/// The white space that counts for nothing in tags and folded fields.
final class WhiteSpace {
  private WhiteSpace() {}

  /// FWS (RFC 6376, 2.8): a blank, or what folds a line.
  static boolean isSpace(int c) {
    return c <= ' ' && (c == ' ' || c == '\t' || c == '\r' || c == '\n');
  }

  /// The text without any white space; copied a line at a time, since most of it is folded base64.
  static String withoutSpace(String text) {
    var at = endOfWord(text, 0);
    if (at == text.length()) {
      return text;
    }
    var kept = new StringBuilder(text.length()).append(text, 0, at);
    while (at < text.length()) {
      var from = at + 1;
      at = endOfWord(text, from);
      kept.append(text, from, at);
    }
    return kept.toString();
  }

  private static int endOfWord(String text, int from) {
    var at = from;
    while (at < text.length() && !isSpace(text.charAt(at))) {
      at++;
    }
    return at;
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
