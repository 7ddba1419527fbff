package org.whence.report;

import org.whence.ip.Ascii;

/// Escapes text for Markdown, CommonMark with GitHub's tables and autolinks. Texts are one line and
/// visible already ([Visible]); after this no character of them marks anything up.
final class Markdown {
  /// What begins something anywhere in a line. `@` and the colon before `//` make links by
  /// themselves, `~` strikes through, `|` ends a cell, `&` begins an entity, `$` mathematics.
  private static final String ANYWHERE = "\\`*_[]<>|~&@$";

  /// What begins a block where it stands first: a heading, a list, a quotation, a rule.
  private static final String FIRST = "#+-=";

  private Markdown() {}

  static String text(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (isDefanged(text, i)) {
        escaped.append(text, i, i + 3);
        i += 2;
        continue;
      }
      if (ANYWHERE.indexOf(c) >= 0
          || (i == 0 && FIRST.indexOf(c) >= 0)
          || endsNumber(text, i)
          || (c == ':' && text.startsWith("//", i + 1))
          || (c == '.' && i >= 3 && text.regionMatches(true, i - 3, "www", 0, 3))) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /// Whether the brackets that [Defang] writes stand here, where they mark nothing up: not first,
  /// and with nothing behind them that makes a link.
  private static boolean isDefanged(String text, int at) {
    var stands = at > 0 && (text.startsWith("[.]", at) || text.startsWith("[:]", at));
    return stands && (at + 3 == text.length() || "([:".indexOf(text.charAt(at + 3)) < 0);
  }

  /// Whether `1.` or `1)` stands first, which begins a list.
  private static boolean endsNumber(String text, int at) {
    if (at == 0 || at > 9 || (text.charAt(at) != '.' && text.charAt(at) != ')')) {
      return false;
    }
    return text.chars().limit(at).allMatch(Ascii::isDigit);
  }

  /// A fence that a text does not hold.
  static String fence(String text) {
    var longest = 2;
    var run = 0;
    for (var i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return "`".repeat(longest + 1);
  }
}
