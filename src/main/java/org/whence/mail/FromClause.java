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
  ///
  /// @param clause the clause
  /// @param connection what may tell of the connection: the clause, and more where the client has
  ///   words of clauses in what it called itself
  static void read(List<Token> clause, List<Token> connection, ReceivedDraft draft) {
    if (connection.isEmpty() || isPickup(clause)) {
      return;
    }
    if (clause.isEmpty()) {
      // What the client called itself begins with the word of a clause.
      read(connection, connection, draft);
      return;
    }
    var name = clause.getFirst();
    if (!name.is(Token.Kind.COMMENT)) {
      draft.fromName = Optional.of(name(clause)).filter(text -> !text.isEmpty());
    }
    // What the server writes of the connection stands in a comment (RFC 5321, 4.4, TCP-info); what
    // is beside the name, brackets too, may be a part of what the client called itself.
    readComments(connection, false, draft);
    var hangs = draft.fromIp.isEmpty();
    if (hangs) {
      readComments(connection, true, draft);
    }
    readBeside(clause, hangs, draft);
    if (draft.fromIp.isEmpty() && !name.is(Token.Kind.COMMENT)) {
      HostText.of(name.value()).ifPresent(draft::client);
      if (clause.size() > 1 && clause.get(1).glued() && draft.fromPort.isEmpty()) {
        // [10.128.128.81]:50999
        draft.fromPort = FromComment.portAfterColon(clause.get(1));
      }
    }
  }

  /// @param hangs whether a comment that tells the client, if any does, hangs on the name
  private static void readBeside(List<Token> clause, boolean hangs, ReceivedDraft draft) {
    var behindComment = false;
    for (int i = 1; i < clause.size(); i++) {
      var token = clause.get(i);
      if (token.is(Token.Kind.LITERAL)) {
        // The name itself is the address only where nothing else is (see tellNames).
        HostText.of(token.text()).ifPresent(draft::client);
      } else if (token.is(Token.Kind.WORD)) {
        if (token.text().length() > 1 && token.text().startsWith("(")) {
          FromComment.read(unclosed(clause.subList(i, clause.size())), draft);
          return;
        }
        readWord(clause, i, behindComment, draft);
        if (hangs) {
          readClaim(clause, i, draft);
        }
      }
      behindComment |= token.is(Token.Kind.COMMENT);
    }
  }

  /// What hangs on a name may be a part of it, so that it counts where no other comment has an
  /// address.
  private static void readComments(List<Token> clause, boolean glued, ReceivedDraft draft) {
    for (var token : clause) {
      if (token.is(Token.Kind.COMMENT) && token.glued() == glued) {
        draft.mayBeForged |= token.text().toLowerCase(Locale.ROOT).contains("may be forged");
        FromComment.read(Tokenizer.tokens(token.text()), draft);
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
    return clause.size() == 3
        && clause.get(0).isWord("mail")
        && clause.get(1).isWord("pickup")
        && clause.get(2).isWord("service");
  }

  /// Words beside the name. Before a comment, they may be a part of what the client called itself.
  private static void readWord(
      List<Token> clause, int at, boolean behindComment, ReceivedDraft draft) {
    var token = clause.get(at);
    var before = at > 1 ? clause.get(at - 1) : token;
    if (behindComment && token.isWord("user") && before.isWord("as")) {
      var next = at + 1 < clause.size() ? clause.get(at + 1).value() : "";
      draft.ident = ReceivedDraft.first(draft.ident, next);
      draft.auth = ReceivedDraft.first(draft.auth, next);
    } else if (token.isWord("encrypted") && at > 1 && draft.fromIp.isEmpty()) {
      // A line of MessageLabs that lost its middle: "from x server-7.tower-with CIPHER encrypted
      // SMTP"
      draft.tlsCipher = ReceivedDraft.first(draft.tlsCipher, before.value());
    }
  }

  /// `name(ip), claiming to be "HELO"`
  private static void readClaim(List<Token> clause, int at, ReceivedDraft draft) {
    if (at > 1
        && at + 1 < clause.size()
        && clause.get(1).is(Token.Kind.COMMENT)
        && clause.get(at).isWord("be")
        && clause.get(at - 1).isWord("to")) {
      draft.said(clause.get(at + 1).value());
    }
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
    if ((draft.heloTold || draft.userAtAddress) && !draft.nameAtAddress) {
      // Exim and qmail: what stands in front was looked up. qmail leaves the HELO out where it
      // equals that.
      draft.rdns = draft.rdns.or(() -> name.flatMap(HostText::name));
      draft.helo = draft.heloTold ? draft.helo : draft.rdns;
    } else if (draft.nameAtAddress) {
      draft.helo = name;
    } else if (draft.ipOfComment || (!isClient && (client.isPresent() || isSmtp(draft)))) {
      draft.helo = name;
      // Exim leaves `helo=` out where it equals the name that it looked up.
      if (draft.rdns.isEmpty() && draft.exim) {
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
}
