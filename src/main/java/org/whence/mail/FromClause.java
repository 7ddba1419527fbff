package org.whence.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the `from` clause and tells HELO, looked-up name and address apart by its form.
///
/// | form | programs |
/// |---|---|
/// | `HELO (rdns [ip])` | Postfix, Sendmail, Gmail, Courier and most others |
/// | `rdns ([ip] helo=HELO ident=user)`, `[ip] (helo=HELO)` | Exim |
/// | `rdns (HELO helo) (user@ip)` | qmail, qpsmtpd, Yahoo |
/// | `HELO (ip)`, `HELO ([ip])`, `HELO [ip]` | Exchange, IronPort, MDaemon |
final class FromClause {
  private FromClause() {}

  /// Reads the tokens behind `from`.
  static void read(List<Token> clause, ReceivedDraft draft) {
    if (clause.isEmpty() || isPickup(clause)) {
      return;
    }
    var name = clause.getFirst();
    if (!name.is(Token.Kind.COMMENT)) {
      draft.fromName = Optional.of(name(clause)).filter(text -> !text.isEmpty());
    }
    // What the server writes of the connection stands in a comment (RFC 5321, 4.4, TCP-info); what
    // is beside the name, brackets too, may be a part of what the client called itself.
    readComments(clause, draft);
    readBeside(clause, draft);
    if (draft.fromIp.isEmpty() && !name.is(Token.Kind.COMMENT)) {
      HostText.of(name.value()).ifPresent(draft::client);
      if (clause.size() > 1 && clause.get(1).glued() && draft.fromPort.isEmpty()) {
        // [10.128.128.81]:50999
        draft.fromPort = portAfterColon(clause.get(1));
      }
    }
  }

  private static void readBeside(List<Token> clause, ReceivedDraft draft) {
    for (int i = 1; i < clause.size(); i++) {
      var token = clause.get(i);
      if (token.is(Token.Kind.LITERAL)) {
        // The name itself is the address only where nothing else is (see tellNames).
        HostText.of(token.text()).ifPresent(draft::client);
      } else if (token.is(Token.Kind.WORD)) {
        if (token.text().length() > 1 && token.text().startsWith("(")) {
          readComment(unclosed(clause.subList(i, clause.size())), draft);
          return;
        }
        readWord(clause, i, draft);
      }
    }
  }

  private static void readComments(List<Token> clause, ReceivedDraft draft) {
    for (var token : clause) {
      if (token.is(Token.Kind.COMMENT)) {
        draft.mayBeForged |= token.text().toLowerCase(Locale.ROOT).contains("may be forged");
        readComment(Tokenizer.tokens(token.text()), draft);
      }
    }
  }

  /// The first word, with all that hangs on it where that is a semicolon.
  private static String name(List<Token> clause) {
    var name = clause.getFirst().value();
    if (clause.size() > 1 && clause.get(1).is(Token.Kind.SEMICOLON)) {
      var whole = new StringBuilder(name);
      for (int i = 1; i < clause.size() && clause.get(i).glued(); i++) {
        whole.append(clause.get(i).text());
      }
      return whole.toString();
    }
    return name;
  }

  /// The rest of a clause as the inside of a comment whose end is missing.
  private static List<Token> unclosed(List<Token> rest) {
    var first = rest.getFirst();
    var inner = new ArrayList<>(rest);
    inner.set(0, new Token(first.kind(), first.text().substring(1), false, first.end()));
    return inner;
  }

  /// Whether this is `mail pickup service`, the drop folder of Microsoft's SMTP service.
  static boolean isPickup(List<Token> clause) {
    return clause.size() >= 3
        && clause.get(0).isWord("mail")
        && clause.get(1).isWord("pickup")
        && clause.get(2).isWord("service");
  }

  private static void readWord(List<Token> clause, int at, ReceivedDraft draft) {
    var token = clause.get(at);
    var next = at + 1 < clause.size() ? clause.get(at + 1).value() : "";
    var before = at > 1 ? clause.get(at - 1) : token;
    if (token.isWord("to") && before.isWord("be")) {
      return;
    }
    if (token.isWord("be") && before.isWord("to")) {
      // name(ip), claiming to be "HELO"
      draft.said(next);
    } else if (token.isWord("user") && before.isWord("as")) {
      draft.ident = ReceivedDraft.first(draft.ident, next);
      draft.auth = ReceivedDraft.first(draft.auth, next);
    } else if (token.isWord("encrypted") && at > 1) {
      // A line of MessageLabs that lost its middle: "from x server-7.tower-with CIPHER encrypted
      // SMTP"
      draft.tlsCipher = ReceivedDraft.first(draft.tlsCipher, before.value());
    }
  }

  /// A comment of the clause: words with a meaning of their own anywhere, and at its beginning the
  /// client as `name [address]`, `[address]`, `address`, `user@address` or `name`.
  private static void readComment(List<Token> tokens, ReceivedDraft draft) {
    var at = 0;
    while (at < tokens.size()) {
      var taken = keyed(tokens, at, draft);
      if (taken == 0 && at == 0) {
        taken = client(tokens, draft);
      } else if (taken == 0 && draft.fromIp.isEmpty() && tokens.getFirst().isWord("account")) {
        // CommuniGate: (account user [ip] verified)
        HostText.of(literal(tokens.get(at))).ifPresent(draft::client);
      }
      draft.socket |= isSocket(tokens.get(at));
      at += Math.max(1, taken);
    }
  }

  /// Cyrus and OpenSMTPD write so that the client is a process of the host itself.
  private static boolean isSocket(Token token) {
    return literal(token).equalsIgnoreCase("local")
        || literal(token).equalsIgnoreCase("unix socket");
  }

  private static String literal(Token token) {
    return token.is(Token.Kind.LITERAL) ? token.text() : "";
  }

  /// Reads `HELO x`, `helo=x`, `ident=x`, `port=n`, `account x` and `:port`.
  ///
  /// @return how many tokens that took, 0 for something else
  private static int keyed(List<Token> tokens, int at, ReceivedDraft draft) {
    var token = tokens.get(at);
    if (!token.is(Token.Kind.WORD)) {
      return 0;
    }
    var word = token.value();
    var next = at + 1 < tokens.size() ? tokens.get(at + 1) : null;
    switch (word.toLowerCase(Locale.ROOT)) {
      case "helo", "ehlo", "lhlo" -> {
        draft.said(next == null ? "" : next.value());
        return 2;
      }
      case "account", "auth:" -> {
        // With an address behind it, it is the name of the client.
        return next != null && next.is(Token.Kind.LITERAL) ? 0 : 2;
      }
      default -> {}
    }
    var equals = word.indexOf('=');
    if (equals < 0) {
      if (token.glued() && draft.fromPort.isEmpty()) {
        draft.fromPort = portAfterColon(token);
      }
      return token.glued() && word.startsWith(":") ? 1 : 0;
    }
    // "helo=[192.0.2.1]" is a word and a literal.
    var bracketed = equals == word.length() - 1 && next != null && next.glued();
    var value = bracketed && next != null ? next.text() : word.substring(equals + 1);
    switch (word.substring(0, equals).toLowerCase(Locale.ROOT)) {
      case "helo" -> draft.said(value);
      case "ident" -> draft.ident = ReceivedDraft.first(draft.ident, value);
      case "port" -> draft.fromPort = draft.fromPort.or(() -> HostText.port(value));
      default -> {}
    }
    return bracketed ? 2 : 1;
  }

  /// Reads the client at the beginning of a comment, where there is one.
  ///
  /// @return how many tokens that took
  private static int client(List<Token> tokens, ReceivedDraft draft) {
    var first = tokens.getFirst();
    var second = tokens.size() > 1 ? tokens.get(1) : null;
    if (second != null && second.is(Token.Kind.COMMENT) && tokens.size() > 2) {
      // name (a comment within) [192.0.2.1]
      second = tokens.get(2);
    }
    var address = second == null ? Optional.<HostText>empty() : address(second);
    if (first.is(Token.Kind.LITERAL) || HostText.of(first.value()).isPresent()) {
      // "192.0.2.1 [192.0.2.1]": the name is an address as well.
      address.or(() -> HostText.of(first.value())).ifPresent(draft::clientOfComment);
      return address.isPresent() ? 2 : 1;
    }
    var at = first.value().lastIndexOf('@');
    var host = first.value().substring(at + 1);
    if (first.is(Token.Kind.WORD) && at >= 0) {
      var isLabel = first.value().regionMatches(true, 0, "IDENT:", 0, 6);
      draft.ident = ReceivedDraft.first(draft.ident, first.value().substring(isLabel ? 6 : 0, at));
      var bare = address.isPresent() ? Optional.<HostText>empty() : HostText.of(host);
      bare.ifPresent(draft::clientOfComment);
      draft.userAtAddress = bare.isPresent();
    }
    address.ifPresent(draft::clientOfComment);
    var isAlone = tokens.size() == 1 && at < 0;
    var literalFollows = second != null && second.is(Token.Kind.LITERAL);
    var isBefore = address.isPresent() || literalFollows;
    if (isBefore || at >= 0 || (isAlone && host.indexOf('.') > 0)) {
      draft.rdns = draft.rdns.or(() -> HostText.name(host));
    }
    return address.isPresent() ? 2 : 1;
  }

  private static Optional<HostText> address(Token token) {
    return token.is(Token.Kind.LITERAL) || token.is(Token.Kind.WORD)
        ? HostText.of(token.value())
        : Optional.empty();
  }

  private static Optional<Integer> portAfterColon(Token token) {
    return token.value().startsWith(":")
        ? HostText.port(token.value().substring(1))
        : Optional.empty();
  }

  /// Decides what the word behind `from` is, once the whole field is read.
  static void tellNames(ReceivedDraft draft) {
    var name = draft.fromName;
    if (name.isEmpty() || draft.with.filter(FromClause::isLocal).isPresent()) {
      return;
    }
    var client = draft.fromIp;
    var isAddress = HostText.of(name.get()).map(HostText::address);
    var isClient = isAddress.isPresent() && isAddress.equals(client);
    if (draft.heloTold || draft.userAtAddress) {
      // Exim and qmail: what stands in front was looked up. qmail leaves the HELO out where it
      // equals that.
      draft.rdns = draft.rdns.or(() -> name.flatMap(HostText::name));
      draft.helo = draft.heloTold ? draft.helo : draft.rdns;
    } else if (draft.ipOfComment || (!isClient && (client.isPresent() || isSmtp(draft)))) {
      draft.helo = name;
      // Exim leaves `helo=` out where it equals the name that it looked up.
      if (draft.rdns.isEmpty() && isExim(draft)) {
        draft.rdns = name.flatMap(HostText::name);
      }
    }
  }

  /// Whether a `with` clause says that a process of the host handed the message over.
  static boolean isLocal(String with) {
    return with.regionMatches(true, 0, "local", 0, 5);
  }

  private static boolean isSmtp(ReceivedDraft draft) {
    var protocol = (draft.with.orElse("") + draft.via.orElse("")).toUpperCase(Locale.ROOT);
    return protocol.contains("SMTP") || protocol.contains("LMTP");
  }

  private static boolean isExim(ReceivedDraft draft) {
    return draft.comments.stream().anyMatch(comment -> comment.startsWith("Exim "));
  }
}
