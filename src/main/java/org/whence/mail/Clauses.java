package org.whence.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The clauses of a Received value (RFC 5321, 4.4), each with the tokens behind its word.
///
/// The last `by` is that of the server: before it stands what the client called itself and what its
/// ident server said of it, which may have any of the words of clauses. So the other clauses are
/// looked for behind it first, and all that stands between `from` and it may tell of the
/// connection. Where a clause stands twice on one side, the first one counts.
final class Clauses {
  private final Map<Clause, List<Token>> found = new EnumMap<>(Clause.class);
  private List<Token> connection = List.of();
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
    var last = lastSemicolon(tokens);
    var server = serverAt(tokens, last < 0 ? tokens.size() : last);
    var before = new Clauses();
    before.read(tokens.subList(0, server), server);
    var clauses = new Clauses();
    if (before.has(Clause.FROM)) {
      // One more behind it can tell the sender alone.
      clauses.found.put(Clause.FROM, before.of(Clause.FROM));
    }
    clauses.read(tokens.subList(server, tokens.size()), last - server);
    before.found.forEach(clauses.found::putIfAbsent);
    clauses.sender = clauses.sender.or(before::sender);
    clauses.connection = between(tokens, server).orElse(clauses.of(Clause.FROM));
    return clauses;
  }

  /// Where the `by` of the server stands; 0 where there is none. qmail-scanner writes one more, for
  /// the user that it runs as: `by uid 502`.
  private static int serverAt(List<Token> tokens, int end) {
    for (int i = end - 1; i > 0; i--) {
      if (tokens.get(i).isWord("by")
          && !isName(tokens, i)
          && !(i + 1 < tokens.size() && tokens.get(i + 1).isWord("uid"))) {
        return i;
      }
    }
    return 0;
  }

  private static Optional<List<Token>> between(List<Token> tokens, int server) {
    for (int i = 0; i < server; i++) {
      if (tokens.get(i).isWord("from")) {
        return Optional.of(tokens.subList(i + 1, server));
      }
    }
    return Optional.empty();
  }

  boolean has(Clause clause) {
    return found.containsKey(clause);
  }

  /// What stands behind the word of the clause; nothing where there is none.
  List<Token> of(Clause clause) {
    return found.getOrDefault(clause, List.of());
  }

  /// All that may tell of the connection: what stands between `from` and the `by` of the server.
  List<Token> connection() {
    return connection;
  }

  /// The sender of the envelope, where a clause tells it.
  Optional<String> sender() {
    return sender;
  }

  private void read(List<Token> tokens, int lastSemicolon) {
    var current = new ArrayList<Token>();
    var isFrom = false;
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
