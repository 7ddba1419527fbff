package org.whence.mail;

import java.util.ArrayList;
import java.util.List;

/// Cuts a Received value, or the inside of a comment, into [Token]s, in linear time and without
/// recursion.
///
/// A delimiter without its counterpart is an ordinary character: lines are cut off in the wild, and
/// what is left of them still says something.
final class Tokenizer {
  /// How deep comments may be nested; deeper parentheses are ordinary characters.
  static final int MAX_DEPTH = 100;

  /// How long the quoted string of an address is at most: a local-part has 64 octets (RFC 5321,
  /// 4.5.3.1.1), each of which may be a quoted pair.
  private static final int MAX_QUOTED = 2 * 64 + 2;

  private static final int[] NONE = {};

  private final String text;
  private final int[] closing;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int noAngleFrom;
  private int noAngleBefore;
  private int angleEnd;
  private boolean quotesAreClosed = true;

  private Tokenizer(String text) {
    this.text = text;
    this.closing = closingParentheses(text);
  }

  static List<Token> tokens(String text) {
    return new Tokenizer(text).read();
  }

  private List<Token> read() {
    var blank = true;
    while (at < text.length()) {
      if (text.charAt(at) <= ' ') {
        at++;
        blank = true;
      } else {
        var start = at;
        var kind = kindAt(start);
        var content = content(kind);
        var unclosed = kind == Token.Kind.QUOTED && !quotesAreClosed;
        tokens.add(new Token(unclosed ? Token.Kind.WORD : kind, content, !blank, at));
        blank = false;
      }
    }
    return tokens;
  }

  private Token.Kind kindAt(int start) {
    return switch (text.charAt(start)) {
      case ';' -> Token.Kind.SEMICOLON;
      case '(' -> closing[start] > 0 ? Token.Kind.COMMENT : Token.Kind.WORD;
      case '[' -> closesLiteral(start) ? Token.Kind.LITERAL : Token.Kind.WORD;
      case '<' -> closesAngle(start) ? Token.Kind.ANGLE : Token.Kind.WORD;
      case '"' -> quotesAreClosed ? Token.Kind.QUOTED : Token.Kind.WORD;
      default -> Token.Kind.WORD;
    };
  }

  /// Reads the token of that kind and goes behind it.
  private String content(Token.Kind kind) {
    var start = at;
    return switch (kind) {
      case SEMICOLON -> within(start, start + 1, 0);
      case COMMENT -> within(start + 1, closing[start], 1);
      case LITERAL -> within(start + 1, text.indexOf(']', start), 1);
      case ANGLE -> within(start + 1, angleEnd, 1);
      case QUOTED -> quoted();
      case WORD -> word();
    };
  }

  private String within(int from, int to, int delimiter) {
    at = to + delimiter;
    return text.substring(from, to);
  }

  private String word() {
    var start = at++;
    while (at < text.length()
        && text.charAt(at) > ' '
        && (kindAt(at) == Token.Kind.WORD || text.charAt(at) == '"')) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    var start = at;
    var content = new StringBuilder();
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        at = i + 1;
        return content.toString();
      }
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      content.append(text.charAt(i));
    }
    // Nothing behind here closes one.
    quotesAreClosed = false;
    return word();
  }

  /// Whether there is a `>` before the next blank, but for blanks of a quoted local-part. What was
  /// looked at in vain is not looked at again.
  private boolean closesAngle(int start) {
    if (start + 1 < text.length() && text.charAt(start + 1) == '<') {
      // "<<a@b>>": the inner one
      return false;
    }
    var from = behindQuoted(text, start + 1);
    if (from >= noAngleFrom && from < noAngleBefore) {
      return false;
    }
    var end = from;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != '>') {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '>') {
      angleEnd = end;
      return true;
    }
    noAngleFrom = from;
    noAngleBefore = end;
    return false;
  }

  /// Behind the quoted string that begins there; there, where none does.
  private static int behindQuoted(String text, int start) {
    if (start >= text.length() || text.charAt(start) != '"') {
      return start;
    }
    for (int i = start + 1; i < Math.min(text.length(), start + MAX_QUOTED); i++) {
      if (text.charAt(i) == '"') {
        return i + 1;
      }
      if (text.charAt(i) == '\\') {
        i++;
      }
    }
    return start;
  }

  /// RFC 5322, 3.4.1: neither bracket stands within a domain literal.
  private boolean closesLiteral(int start) {
    var end = start + 1;
    while (end < text.length() && text.charAt(end) != '[' && text.charAt(end) != ']') {
      end++;
    }
    return end < text.length() && text.charAt(end) == ']';
  }

  /// The offset from which on the parentheses of a comment count: `(envelope-from <"a) b"@c>)`,
  /// whose local-part the client chose.
  private static int afterSender(String text, int open) {
    for (var word : Comments.SENDER) {
      var at = open + 1 + word.length();
      if (text.regionMatches(true, open + 1, word, 0, word.length())) {
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '=')) {
          at++;
        }
        at += at < text.length() && text.charAt(at) == '<' ? 1 : 0;
        return Math.max(open, behindQuoted(text, at) - 1);
      }
    }
    return open;
  }

  /// For each parenthesis that opens the offset of the one that closes it, else 0; nothing at all
  /// where none opens.
  static int[] closingParentheses(String text) {
    if (text.indexOf('(') < 0) {
      return NONE;
    }
    var closing = new int[text.length()];
    var open = new int[MAX_DEPTH];
    var depth = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '(' -> {
          if (depth == MAX_DEPTH) {
            // The outermost is given up, so that the innermost still match.
            System.arraycopy(open, 1, open, 0, MAX_DEPTH - 1);
            depth--;
          }
          open[depth++] = i;
          i = afterSender(text, i);
        }
        case ')' -> {
          if (depth > 0) {
            closing[open[--depth]] = i;
          }
        }
        default -> {}
      }
    }
    return closing;
  }
}
