package org.whence.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.whence.mail.Clauses.Clause;

/// Reads the value of a Received field: cut into tokens (RFC 5321, 4.4; RFC 5322, 3.2), the tokens
/// into clauses at the words that begin one (see [Clauses]), each clause by itself. Nothing is
/// taken from anywhere but the clause that it belongs to.
///
/// Stateless, for any thread.
public final class ReceivedParser {
  /// How many characters a field may have to be read.
  public static final int MAX_LENGTH = 64 * 1024;

  private static final String NAME = "Received:";

  private ReceivedParser() {}

  /// Reads the value of a field, folded or unfolded, without its name. Never throws; a value that
  /// is longer than [#MAX_LENGTH] is not read, and [Received.Result#UNPARSED].
  public static Received parse(String value) {
    var draft = new ReceivedDraft();
    if (value.length() > MAX_LENGTH) {
      return draft.finish(Received.Result.UNPARSED);
    }
    var all = Tokenizer.tokens(value);
    var end = end(value, all);
    if (end < value.length()) {
      return parse(value.substring(0, end));
    }
    var date = DateClause.of(value, all);
    var tokens = all.subList(0, date.at());
    var clauses = Clauses.of(tokens);
    draft.date = date.date();
    draft.envelopeFrom = clauses.sender();
    var connection = Connection.of(value, clauses.connection());
    for (var token : all) {
      if (token.is(Token.Kind.COMMENT)) {
        draft.comments.add(token.text().strip());
        draft.exim |= token.end() > connection.to() && Comments.isExim(token.text());
        if (!connection.isDoubtful(token)) {
          Comments.readAnywhere(token.text(), draft);
        }
      }
    }
    readUser(clauses.of(Clause.ID), draft);
    readFrom(tokens, clauses, connection, draft);
    readBy(clauses.of(Clause.BY), draft);
    readWith(clauses.of(Clause.WITH), draft);
    draft.via = words(clauses.of(Clause.VIA)).or(() -> draft.via);
    draft.queueId = first(clauses.of(Clause.ID));
    draft.forAddress = address(clauses.of(Clause.FOR));
    draft.tlsCipher = first(clauses.of(Clause.TLS)).or(() -> draft.tlsCipher);
    readQmailUser(draft);
    FromClause.tellNames(draft);
    return draft.finish(result(clauses, draft));
  }

  /// Where the next field begins, which a paste that lost its lines has behind the date of this
  /// one.
  private static int end(String value, List<Token> tokens) {
    var isBehindSemicolon = false;
    for (var token : tokens) {
      var at = isBehindSemicolon && token.is(Token.Kind.WORD) ? token.text().indexOf(NAME) : -1;
      if (at >= 0) {
        return token.end() - token.text().length() + at;
      }
      isBehindSemicolon |= token.is(Token.Kind.SEMICOLON);
    }
    return value.length();
  }

  private static void readFrom(
      List<Token> tokens, Clauses clauses, Connection connection, ReceivedDraft draft) {
    if (clauses.has(Clause.FROM)) {
      var clause = connection.without(clauses.of(Clause.FROM));
      FromClause.read(clause, connection.told(), draft);
    } else if (!tokens.isEmpty() && tokens.getFirst().is(Token.Kind.COMMENT)) {
      // Sendmail's local submission, "(from user@host) by …", and gateways that imitate it.
      var inner = Tokenizer.tokens(tokens.getFirst().text());
      if (!inner.isEmpty() && inner.getFirst().isWord("from")) {
        var clause = inner.subList(1, inner.size());
        FromClause.read(clause, clause, draft);
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

  /// qmail that was taught to authenticate writes the user where the ident stands.
  private static void readQmailUser(ReceivedDraft draft) {
    if ((draft.userAtAddress || draft.heloTold)
        && draft.with.flatMap(Protocol::of).filter(Protocol::auth).isPresent()) {
      draft.auth = draft.auth.or(() -> draft.ident);
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
    for (int i = 0; i < clause.size(); i++) {
      var token = clause.get(i);
      var behind = i + 1 < clause.size() && clause.get(i + 1).glued() ? clause.get(i + 1) : token;
      if (token.is(Token.Kind.QUOTED) && behind.is(Token.Kind.WORD)) {
        // "local part"@host
        return Optional.of("\"" + token.text() + "\"" + behind.value());
      }
      if (token.is(Token.Kind.ANGLE) || token.value().indexOf('@') > 0) {
        // user@[192.0.2.1]
        var literal = behind.is(Token.Kind.LITERAL) ? "[" + behind.text() + "]" : "";
        return Optional.of(token.value() + literal).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> first(List<Token> clause, Predicate<Token> wanted) {
    for (var token : clause) {
      if (wanted.test(token)) {
        return token.value().isEmpty() ? Optional.empty() : Optional.of(token.value());
      }
    }
    return Optional.empty();
  }

  private static Received.Result result(Clauses clauses, ReceivedDraft draft) {
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

  private static boolean isWithinHost(Clauses clauses, ReceivedDraft draft) {
    return FromClause.isPickup(clauses.of(Clause.FROM))
        || isSubmitted(clauses, draft)
        || isListExpansion(clauses, draft)
        || anyComment(clauses.of(Clause.BY), Comments::isPickup)
        || anyComment(clauses.of(Clause.WITH), Comments::isFetch)
        || draft.with.filter(ReceivedParser::isOfHost).isPresent()
        || isByProcess(draft);
  }

  /// A mailbox that was read, or a filter that a server ran.
  static boolean isOfHost(String with) {
    return with.regionMatches(true, 0, "POP3", 0, 4)
        || with.regionMatches(true, 0, "IMAP", 0, 4)
        || with.regionMatches(true, 0, "qmail-scanner", 0, 13);
  }

  /// Exim's `from user by host with local`, and what came through a socket of the host.
  private static boolean isByProcess(ReceivedDraft draft) {
    var isLocal = draft.with.filter(FromClause::isLocal).isPresent();
    return draft.fromIp.isEmpty()
        ? isLocal || draft.socket
        : isLocal && draft.fromIp.get().isLoopbackAddress();
  }

  /// Sendmail's `(from user@host) by host`: a user of the host itself.
  private static boolean isSubmitted(Clauses clauses, ReceivedDraft draft) {
    return !clauses.has(Clause.FROM) && draft.fromName.isPresent() && draft.fromIp.isEmpty();
  }

  /// ZMailer's `(user@host) by host via listexpand`.
  private static boolean isListExpansion(Clauses clauses, ReceivedDraft draft) {
    if (clauses.has(Clause.FROM) || draft.comments.isEmpty() || draft.by.isEmpty()) {
      return false;
    }
    var writer = draft.comments.getFirst();
    var at = writer.indexOf('@');
    return at > 0 && writer.substring(at + 1).equalsIgnoreCase(draft.by.get());
  }

  private static boolean anyComment(List<Token> clause, Predicate<String> wanted) {
    for (var token : clause) {
      if (token.is(Token.Kind.COMMENT) && wanted.test(token.text())) {
        return true;
      }
    }
    return false;
  }
}
