package org.whence.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the value of a Received field: cut into tokens (RFC 5321, 4.4; RFC 5322, 3.2), the tokens
/// into clauses at the words that begin one, each clause by itself. Where a clause stands twice,
/// the first one counts: a server writes its own before anything that the client had a say in.
/// Nothing is taken from anywhere but the clause that it belongs to.
///
/// Stateless, for any thread.
public final class ReceivedParser {
  /// How many characters a field may have to be read.
  public static final int MAX_LENGTH = 64 * 1024;

  private ReceivedParser() {}

  /// The clauses that are told apart. `tls` is that of RFC 8314, 4.3.
  private enum Clause {
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

  /// Reads the value of a field, folded or unfolded, without its name. Never throws; a value that
  /// is longer than [#MAX_LENGTH] is not read, and [Received.Result#UNPARSED].
  public static Received parse(String value) {
    var draft = new ReceivedDraft();
    if (value.length() > MAX_LENGTH) {
      return draft.finish(Received.Result.UNPARSED);
    }
    var tokens = Tokenizer.tokens(value);
    var clauses = clauses(tokens, draft);
    readDate(value, tokens, draft);
    for (var token : tokens) {
      if (token.is(Token.Kind.COMMENT)) {
        draft.comments.add(token.text().strip());
        Comments.readAnywhere(token.text(), draft);
      }
    }
    readUser(clauses.getOrDefault(Clause.ID, List.of()), draft);
    readFrom(tokens, clauses, draft);
    readBy(clauses.getOrDefault(Clause.BY, List.of()), draft);
    readWith(clauses.getOrDefault(Clause.WITH, List.of()), draft);
    draft.via = words(clauses.getOrDefault(Clause.VIA, List.of()));
    draft.queueId = first(clauses.getOrDefault(Clause.ID, List.of()));
    draft.forAddress = address(clauses.getOrDefault(Clause.FOR, List.of()));
    draft.tlsCipher = first(clauses.getOrDefault(Clause.TLS, List.of())).or(() -> draft.tlsCipher);
    FromClause.tellNames(draft);
    return draft.finish(result(clauses, draft));
  }

  private static Map<Clause, List<Token>> clauses(List<Token> tokens, ReceivedDraft draft) {
    var clauses = new EnumMap<Clause, List<Token>>(Clause.class);
    var current = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      var clause = Clause.of(token);
      // A client may call itself "by": behind "from", with a comment after it, that is its name.
      var isName =
          clause.isPresent()
              && i > 0
              && i + 1 < tokens.size()
              && tokens.get(i - 1).isWord("from")
              && tokens.get(i + 1).is(Token.Kind.COMMENT);
      if (token.is(Token.Kind.SEMICOLON)) {
        current = new ArrayList<>();
      } else if (clause.isEmpty() || isName) {
        current.add(token);
      } else {
        current = new ArrayList<>();
        if (clauses.putIfAbsent(clause.get(), current) != null
            || clause.get() == Clause.ENVELOPE_FROM) {
          readSender(clause.get(), tokens, i + 1, draft);
        }
      }
    }
    return clauses;
  }

  /// XMail writes the sender of the envelope as a second `from <…>`, Haraka as `envelope-from <…>`.
  private static void readSender(Clause clause, List<Token> tokens, int at, ReceivedDraft draft) {
    if ((clause == Clause.FROM || clause == Clause.ENVELOPE_FROM)
        && at < tokens.size()
        && tokens.get(at).is(Token.Kind.ANGLE)
        && draft.envelopeFrom.isEmpty()) {
      draft.envelopeFrom = Optional.of(tokens.get(at).text());
    }
  }

  /// RFC 5321, 4.4: the date is what follows the last semicolon. Some write more semicolons than
  /// that, some none, and the date right behind the `id` clause.
  private static void readDate(String value, List<Token> tokens, ReceivedDraft draft) {
    @Nullable Token first = null;
    @Nullable Token last = null;
    for (var token : tokens) {
      if (token.is(Token.Kind.SEMICOLON)) {
        first = first == null ? token : first;
        last = token;
      }
    }
    if (first == null || last == null) {
      for (int i = 0; i + 2 < tokens.size() && draft.date.isEmpty(); i++) {
        if (tokens.get(i).isWord("id")) {
          draft.date = MailDate.parse(value.substring(tokens.get(i + 1).end()));
          return;
        }
      }
    } else {
      draft.date = MailDate.parse(value.substring(last.end()));
      if (draft.date.isEmpty() && first.end() < last.end()) {
        draft.date = MailDate.parse(value.substring(first.end()));
      }
    }
  }

  private static void readFrom(
      List<Token> tokens, Map<Clause, List<Token>> clauses, ReceivedDraft draft) {
    var from = clauses.get(Clause.FROM);
    if (from != null) {
      FromClause.read(from, draft);
    } else if (!tokens.isEmpty() && tokens.getFirst().is(Token.Kind.COMMENT)) {
      // Sendmail's local submission, "(from user@host) by …", and gateways that imitate it.
      var inner = Tokenizer.tokens(tokens.getFirst().text());
      if (!inner.isEmpty() && inner.getFirst().isWord("from")) {
        FromClause.read(inner.subList(1, inner.size()), draft);
      }
    }
  }

  private static void readBy(List<Token> clause, ReceivedDraft draft) {
    for (var token : clause) {
      var isFirst = token.equals(clause.getFirst());
      var host =
          switch (token.kind()) {
            case COMMENT -> host(Tokenizer.tokens(token.text()));
            case LITERAL, WORD -> HostText.of(token.value());
            case ANGLE, QUOTED, SEMICOLON -> Optional.<HostText>empty();
          };
      if (host.isPresent() && draft.byIp.isEmpty()) {
        draft.byIp = host.map(HostText::address);
      } else if (isFirst && !token.is(Token.Kind.COMMENT) && !token.is(Token.Kind.LITERAL)) {
        draft.by = ReceivedDraft.first(draft.by, token.value());
      }
    }
  }

  /// `(192.0.2.1)`, `([192.0.2.1])`, `(name [192.0.2.1])`.
  private static Optional<HostText> host(List<Token> comment) {
    if (comment.isEmpty()) {
      return Optional.empty();
    }
    return HostText.of(comment.getFirst().value())
        .or(() ->
            comment.size() > 1 && comment.get(1).is(Token.Kind.LITERAL)
                ? HostText.of(comment.get(1).text())
                : Optional.empty());
  }

  /// OpenSMTPD's `auth=yes user=joe`, behind its `id` clause.
  private static void readUser(List<Token> tokens, ReceivedDraft draft) {
    for (int i = 0; i + 1 < tokens.size() && draft.auth.isEmpty(); i++) {
      var next = tokens.get(i + 1);
      if (tokens.get(i).isWord("auth=yes") && next.is(Token.Kind.WORD)) {
        var user = next.value().startsWith("user=") ? next.value().substring(5) : "";
        draft.auth = Optional.of(user.isEmpty() ? "authenticated" : user);
      }
    }
  }

  /// `with ESMTPS`, `with Microsoft SMTP Server`, `with X encrypted SMTP` (X is the cipher).
  private static void readWith(List<Token> clause, ReceivedDraft draft) {
    var words = new ArrayList<Token>();
    for (var token : clause) {
      if (token.is(Token.Kind.WORD)) {
        words.add(token);
      }
    }
    if (words.size() == 3 && words.get(1).isWord("encrypted")) {
      draft.tlsCipher = ReceivedDraft.first(draft.tlsCipher, words.getFirst().text());
      draft.with = Optional.of(words.getLast().text());
    } else {
      draft.with = words(clause);
      var slashes = draft.with.orElse("").split("/", 4);
      if (slashes.length == 3 && slashes[1].equalsIgnoreCase("TLS")) {
        // "ESMTP/TLS/DHE-RSA-AES256-GCM-SHA384"
        draft.tlsCipher = ReceivedDraft.first(draft.tlsCipher, slashes[2]);
      }
    }
  }

  private static Optional<String> words(List<Token> clause) {
    var words = new StringBuilder();
    for (var token : clause) {
      if ((token.is(Token.Kind.WORD) || token.is(Token.Kind.LITERAL)) && !token.value().isEmpty()) {
        words.append(words.isEmpty() ? "" : " ").append(token.value());
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(words.toString());
  }

  private static Optional<String> first(List<Token> clause) {
    return first(clause, token -> !token.is(Token.Kind.COMMENT));
  }

  /// An address, which has an `@` or stands in angle brackets: `for multiple recipients` is none.
  private static Optional<String> address(List<Token> clause) {
    return first(clause, token -> token.is(Token.Kind.ANGLE) || token.value().indexOf('@') > 0);
  }

  private static Optional<String> first(List<Token> clause, Predicate<Token> wanted) {
    for (var token : clause) {
      if (wanted.test(token)) {
        return token.value().isEmpty() ? Optional.empty() : Optional.of(token.value());
      }
    }
    return Optional.empty();
  }

  private static Received.Result result(Map<Clause, List<Token>> clauses, ReceivedDraft draft) {
    var hasClient = draft.fromName.isPresent() || draft.fromIp.isPresent();
    var hasServer = draft.by.isPresent() || draft.byIp.isPresent();
    if (isWithinHost(clauses, draft)) {
      return Received.Result.IGNORED;
    }
    if (hasClient || hasServer) {
      return Received.Result.PARSED;
    }
    // qmail, ofmipd and list managers leave a comment and a date.
    return draft.comments.isEmpty() || draft.date.isEmpty()
        ? Received.Result.UNPARSED
        : Received.Result.IGNORED;
  }

  private static boolean isWithinHost(Map<Clause, List<Token>> clauses, ReceivedDraft draft) {
    return FromClause.isPickup(clauses.getOrDefault(Clause.FROM, List.of()))
        || isSubmitted(clauses, draft)
        || anyComment(clauses.get(Clause.BY), Comments::isPickup)
        || anyComment(clauses.get(Clause.WITH), Comments::isFetch)
        || draft.with.filter(with -> with.regionMatches(true, 0, "POP3", 0, 4)).isPresent()
        || draft.with.filter(with -> with.regionMatches(true, 0, "IMAP", 0, 4)).isPresent();
  }

  /// Sendmail's `(from user@host) by host`: a user of the host itself.
  private static boolean isSubmitted(Map<Clause, List<Token>> clauses, ReceivedDraft draft) {
    return !clauses.containsKey(Clause.FROM)
        && draft.fromName.isPresent()
        && draft.fromIp.isEmpty();
  }

  private static boolean anyComment(@Nullable List<Token> clause, Predicate<String> wanted) {
    if (clause == null) {
      return false;
    }
    for (var token : clause) {
      if (token.is(Token.Kind.COMMENT) && wanted.test(token.text())) {
        return true;
      }
    }
    return false;
  }
}
