package org.whence.mail;

import java.util.ArrayList;
import java.util.List;

/// What stands between `from` and the `by` of the server. Exim writes at its end what the ident
/// server of the client said (RFC 1413), which may have parentheses of its own: whatever follows
/// that may be of the client, and not of the server.
///
/// @param told what the server tells
/// @param from the offset from which on the field may be of the client
/// @param to the offset up to which it may
record Connection(List<Token> told, int from, int to) {
  private static final String IDENT = "ident=";
  private static final List<String> KEYS = List.of("port=", "helo=", IDENT);

  /// Whether a token may be of the client.
  boolean isDoubtful(Token token) {
    return token.end() > from && token.end() <= to;
  }

  /// @param value the field
  /// @param between its tokens between `from` and `by`
  static Connection of(String value, List<Token> between) {
    var isOpen = false;
    for (int i = 0; i < between.size(); i++) {
      var token = between.get(i);
      if (token.is(Token.Kind.COMMENT) && hasIdent(token.text())) {
        return at(i + 1, between);
      }
      if (i > 0 && !isOpen && token.is(Token.Kind.WORD) && token.text().startsWith("(")) {
        isOpen = true;
        // The parenthesis that closes it closes one within it.
        var end = between.getLast().end();
        var inner = value.substring(token.end() - token.text().length() + 1, end);
        if (hasIdent(inner)) {
          var told = new ArrayList<>(between.subList(0, i));
          told.add(new Token(Token.Kind.COMMENT, inner, false, end));
          return new Connection(told, token.end(), end);
        }
      }
    }
    return at(between.size(), between);
  }

  /// The tokens of a clause without those that may be of the client.
  List<Token> without(List<Token> clause) {
    return from == to ? clause : clause.stream().filter(token -> !isDoubtful(token)).toList();
  }

  private static Connection at(int end, List<Token> between) {
    var from = end == 0 ? 0 : between.get(end - 1).end();
    return new Connection(
        between.subList(0, end), from, between.isEmpty() ? from : between.getLast().end());
  }

  /// Exim's comment begins with the address of the client, or with one of its keys.
  private static boolean hasIdent(String text) {
    var isExim = text.startsWith("[");
    for (var key : KEYS) {
      isExim |= text.startsWith(key);
    }
    return isExim && (text.startsWith(IDENT) || text.contains(" " + IDENT));
  }
}
