package org.whence.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a comment of the `from` clause, which is where servers tell of the connection (RFC 5321,
/// 4.4, TCP-info): words with a meaning of their own anywhere, and at its beginning the client as
/// `name [address]`, `[address]`, `address`, `user@address` or `name`.
final class FromComment {
  private FromComment() {}

  /// Reads the tokens within the parentheses.
  static void read(List<Token> tokens, ReceivedDraft draft) {
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

  /// Cyrus, OpenSMTPD and Sendmail write so that the client is a process of the host itself.
  private static boolean isSocket(Token token) {
    return switch (literal(token).toLowerCase(Locale.ROOT)) {
      case "local", "unix socket", "unix: localhost" -> true;
      default -> false;
    };
  }

  private static String literal(Token token) {
    return token.is(Token.Kind.LITERAL) ? token.text() : "";
  }

  /// Reads `HELO x`, `"HELO x"`, `helo=x`, `ident=x`, `port=n`, `account x` and `:port`.
  ///
  /// @return how many tokens that took, 0 for something else
  private static int keyed(List<Token> tokens, int at, ReceivedDraft draft) {
    var token = tokens.get(at);
    if (token.is(Token.Kind.QUOTED)) {
      return quotedHelo(token.text(), draft);
    }
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
      default -> {
        // "bounce=@[192.0.2.1]" has a user for whom that is no key.
        return 0;
      }
    }
    return bracketed ? 2 : 1;
  }

  /// ZMailer: `rdns ([192.0.2.1]:2525 "EHLO x" rhost-flags-OK-OK-OK-OK)`
  private static int quotedHelo(String text, ReceivedDraft draft) {
    if (text.length() <= 4 || text.charAt(4) > ' ') {
      return 0;
    }
    return switch (text.substring(0, 4).toLowerCase(Locale.ROOT)) {
      case "helo", "ehlo", "lhlo" -> {
        draft.said(text.substring(4).strip());
        yield 1;
      }
      default -> 0;
    };
  }

  /// Reads the client at the beginning of a comment, where there is one.
  ///
  /// @return how many tokens that took
  private static int client(List<Token> tokens, ReceivedDraft draft) {
    if (draft.fromIp.isPresent()) {
      // The server told it before.
      return 1;
    }
    var first = tokens.getFirst();
    var second = tokens.size() > 1 ? tokens.get(1) : null;
    if (second != null && second.is(Token.Kind.COMMENT) && tokens.size() > 2) {
      // name (a comment within) [192.0.2.1]
      second = tokens.get(2);
    }
    var address = second == null ? Optional.<HostText>empty() : address(second);
    if (address.isEmpty() && isNotVerified(tokens)) {
      // MailMarshal: (Not Verified[192.0.2.1])
      HostText.of(tokens.get(2).text()).ifPresent(draft::clientOfComment);
      return 3;
    }
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
    draft.nameAtAddress |= address.isPresent() && !host.isEmpty();
    address.ifPresent(draft::clientOfComment);
    var isAlone = tokens.size() == 1 && at < 0;
    var literalFollows = second != null && second.is(Token.Kind.LITERAL);
    var isBefore = address.isPresent() || literalFollows;
    if (isBefore || at >= 0 || (isAlone && host.indexOf('.') > 0)) {
      draft.rdns = draft.rdns.or(() -> HostText.name(host));
    }
    return address.isPresent() ? 2 : 1;
  }

  private static boolean isNotVerified(List<Token> tokens) {
    return tokens.size() == 3
        && tokens.get(0).isWord("not")
        && tokens.get(1).isWord("verified")
        && tokens.get(2).is(Token.Kind.LITERAL);
  }

  private static Optional<HostText> address(Token token) {
    return token.is(Token.Kind.LITERAL) || token.is(Token.Kind.WORD)
        ? HostText.of(token.value())
        : Optional.empty();
  }

  static Optional<Integer> portAfterColon(Token token) {
    return token.value().startsWith(":")
        ? HostText.port(token.value().substring(1))
        : Optional.empty();
  }
}
