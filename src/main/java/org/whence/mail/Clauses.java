package org.whence.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The clauses of a Received value (RFC 5321, 4.4), each with the tokens behind its word. Where a
/// clause stands twice, the first one counts: a server writes its own before anything that the
/// client had a say in.
final class Clauses {
  private final Map<Clause, List<Token>> found = new EnumMap<>(Clause.class);
  private Optional<String> sender = Optional.empty();

  /// The clauses that are told apart. `tls` is that of RFC 8314, 4.3.
  enum Clause {
    FROM,
    BY,
    VIA,
    WITH,
    ID,
    FOR,
    TLS,
    ENVELOPE_FROM;

    private static final Map<String, Clause> WORDS =
        Map.of(
            "from", FROM,
            "by", BY,
            "via", VIA,
            "with", WITH,
            "id", ID,
            "for", FOR,
            "tls", TLS,
            "envelope-from", ENVELOPE_FROM);

    private static final int LONGEST = "envelope-from".length();

    static Optional<Clause> of(Token token) {
      return token.is(Token.Kind.WORD) && token.text().length() <= LONGEST
          ? Optional.ofNullable(WORDS.get(token.text().toLowerCase(Locale.ROOT)))
          : Optional.empty();
    }
  }

  private Clauses() {}

  static Clauses of(List<Token> tokens) {
    var clauses = new Clauses();
    clauses.read(tokens);
    return clauses;
  }

  boolean has(Clause clause) {
    return found.containsKey(clause);
  }

  /// What stands behind the word of the clause; nothing where there is none.
  List<Token> of(Clause clause) {
    return found.getOrDefault(clause, List.of());
  }

  /// The sender of the envelope, where a clause tells it.
  Optional<String> sender() {
    return sender;
  }

  private void read(List<Token> tokens) {
    var current = new ArrayList<Token>();
    var isFrom = false;
    var lastSemicolon = lastSemicolon(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      var clause = Clause.of(token);
      if (token.is(Token.Kind.SEMICOLON)) {
        // Before the last one, a client may have it in what it called itself.
        isFrom &= i < lastSemicolon;
        if (isFrom) {
          current.add(token);
        } else {
          current = new ArrayList<>();
        }
      } else if (clause.isEmpty() || isName(tokens, i)) {
        current.add(token);
      } else {
        current = new ArrayList<>();
        isFrom = clause.get() == Clause.FROM;
        if (found.putIfAbsent(clause.get(), current) != null
            || clause.get() == Clause.ENVELOPE_FROM) {
          readSender(clause.get(), tokens, i + 1);
        }
      }
    }
  }

  private static int lastSemicolon(List<Token> tokens) {
    var at = tokens.size() - 1;
    while (at >= 0 && !tokens.get(at).is(Token.Kind.SEMICOLON)) {
      at--;
    }
    return at;
  }

  /// A client may call itself "by": behind "from", with a comment or an address after it, that is
  /// its name. It may also call itself "[192.0.2.1]by" or "by<x>": what hangs on something else
  /// begins no clause, unless that is a comment, which no name has.
  private static boolean isName(List<Token> tokens, int at) {
    if (at == 0) {
      return false;
    }
    var before = tokens.get(at - 1);
    if (tokens.get(at).glued() && !before.is(Token.Kind.COMMENT)) {
      return true;
    }
    if (at + 1 == tokens.size() || !before.isWord("from")) {
      return false;
    }
    var next = tokens.get(at + 1);
    return next.glued() || next.is(Token.Kind.COMMENT) || next.is(Token.Kind.LITERAL);
  }

  /// XMail writes the sender of the envelope as a second `from <…>`, Haraka as `envelope-from <…>`.
  private void readSender(Clause clause, List<Token> tokens, int at) {
    if ((clause == Clause.FROM || clause == Clause.ENVELOPE_FROM)
        && at < tokens.size()
        && tokens.get(at).is(Token.Kind.ANGLE)
        && sender.isEmpty()) {
      sender = Optional.of(tokens.get(at).text());
    }
  }
}
