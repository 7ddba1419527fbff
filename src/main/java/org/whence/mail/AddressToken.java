package org.whence.mail;

import java.util.ArrayList;
import java.util.List;

/// A token of an address list (RFC 5322, 3.2 and 3.4).
///
/// @param kind what it is
/// @param text a word; what is within a quoted string, its pairs resolved, or within a comment; a
///   literal with its brackets; a special character
/// @param raw as it stands
/// @param spaced whether a blank stands before it
/// @param start where it begins
/// @param end where it ends
record AddressToken(Kind kind, String text, String raw, boolean spaced, int start, int end) {
  enum Kind {
    /// Anything else: atoms with their dots, and what should not be there.
    WORD,
    QUOTED,
    LITERAL,
    COMMENT,
    /// One of `< > , ; : @`
    SPECIAL
  }

  boolean is(char special) {
    return kind == Kind.SPECIAL && text.charAt(0) == special;
  }

  static List<AddressToken> of(String value) {
    var tokens = new ArrayList<AddressToken>();
    var closing = Tokenizer.closingParentheses(value);
    var quotesAreClosed = true;
    var spaced = false;
    var at = 0;
    while (at < value.length()) {
      var c = value.charAt(at);
      if (isBlank(c)) {
        spaced = true;
        at++;
        continue;
      }
      var kind = kind(value, at, closing);
      var end = at + 1;
      if (kind == Kind.QUOTED) {
        end = quotesAreClosed ? endOfQuoted(value, at) : 0;
        quotesAreClosed &= end > 0;
        kind = end > 0 ? kind : Kind.WORD;
      } else if (kind == Kind.LITERAL) {
        end = value.indexOf(']', at) + 1;
      } else if (kind == Kind.COMMENT) {
        end = closing[at] + 1;
      }
      if (kind == Kind.WORD) {
        end = at + 1;
        while (end < value.length() && isWord(value, end, closing)) {
          end++;
        }
      }
      var raw = value.substring(at, end);
      tokens.add(new AddressToken(kind, text(kind, raw), raw, spaced, at, end));
      spaced = false;
      at = end;
    }
    return tokens;
  }

  private static Kind kind(String value, int at, int[] closing) {
    return switch (value.charAt(at)) {
      case '<', '>', ',', ';', ':', '@' -> Kind.SPECIAL;
      case '"' -> Kind.QUOTED;
      case '(' -> closing[at] > 0 ? Kind.COMMENT : Kind.WORD;
      case '[' -> closesLiteral(value, at) ? Kind.LITERAL : Kind.WORD;
      default -> Kind.WORD;
    };
  }

  private static boolean isWord(String value, int at, int[] closing) {
    return !isBlank(value.charAt(at)) && kind(value, at, closing) == Kind.WORD;
  }

  /// RFC 5322, 3.4.1: neither bracket, nor a line of its own, stands within a domain literal.
  private static boolean closesLiteral(String value, int start) {
    var end = start + 1;
    while (end < value.length() && "[]<>,;\"".indexOf(value.charAt(end)) < 0) {
      end++;
    }
    return end < value.length() && value.charAt(end) == ']';
  }

  private static int endOfQuoted(String value, int start) {
    for (int i = start + 1; i < value.length(); i++) {
      if (value.charAt(i) == '"') {
        return i + 1;
      }
      if (value.charAt(i) == '\\') {
        i++;
      }
    }
    return 0;
  }

  private static String text(Kind kind, String raw) {
    return switch (kind) {
      case WORD, LITERAL, SPECIAL -> raw;
      case COMMENT -> unfolded(raw.substring(1, raw.length() - 1)).strip();
      case QUOTED -> unfolded(unescaped(raw.substring(1, raw.length() - 1)));
    };
  }

  private static String unescaped(String content) {
    if (content.indexOf('\\') < 0) {
      return content;
    }
    var text = new StringBuilder(content.length());
    for (int i = 0; i < content.length(); i++) {
      if (content.charAt(i) == '\\' && i + 1 < content.length()) {
        i++;
      }
      text.append(content.charAt(i));
    }
    return text.toString();
  }

  private static String unfolded(String content) {
    return content.replace("\r", "").replace("\n", "");
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
