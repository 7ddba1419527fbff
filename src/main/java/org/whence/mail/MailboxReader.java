package org.whence.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one element of an address list: a mailbox, as a rule. The element has a token that is no
/// comment.
final class MailboxReader {
  private final List<AddressToken> tokens = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final int start;
  private final int end;

  MailboxReader(List<AddressToken> element) {
    for (var token : element) {
      if (token.kind() == AddressToken.Kind.COMMENT) {
        comments.add(token.text());
      } else {
        tokens.add(token);
      }
    }
    this.start = element.getFirst().start();
    this.end = element.getLast().end();
  }

  List<Flaw> flaws() {
    return flaws;
  }

  /// The mailbox; several where several addresses stand in brackets.
  List<Mailbox> read() {
    var found = new ArrayList<Mailbox>();
    var phrase = new ArrayList<AddressToken>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).is('<')) {
        phrase.add(tokens.get(i));
        continue;
      }
      var close = close(i);
      var isClosed = close < tokens.size() && tokens.get(close).is('>');
      if (found.isEmpty()) {
        checkName(phrase);
      } else {
        flaw(Flaw.Kind.NO_COMMA, tokens.get(i).start());
      }
      found.add(inBrackets(phrase, tokens.subList(i + 1, close)));
      phrase = new ArrayList<>();
      i = isClosed ? close : close - 1;
    }
    if (found.isEmpty()) {
      found.add(bare());
    } else if (!phrase.isEmpty()) {
      flaw(Flaw.Kind.STRAY_TEXT, phrase.getFirst().start());
      found.set(found.size() - 1, named(found.getLast(), phrase));
    }
    return found;
  }

  /// The place of the bracket that closes; without one, of the next that opens, or the end.
  private int close(int open) {
    var at = open + 1;
    while (at < tokens.size() && !tokens.get(at).is('<') && !tokens.get(at).is('>')) {
      at++;
    }
    if (at == tokens.size() || tokens.get(at).is('<')) {
      flaw(Flaw.Kind.UNCLOSED, tokens.get(open).start());
    }
    return at;
  }

  /// A name that stands behind the address, where none stands before it.
  private static Mailbox named(Mailbox mailbox, List<AddressToken> phrase) {
    return new Mailbox(
        mailbox.name().or(() -> Phrase.of(phrase)),
        mailbox.local(),
        mailbox.domain(),
        mailbox.route(),
        mailbox.comments(),
        mailbox.start(),
        mailbox.end());
  }

  private Mailbox inBrackets(List<AddressToken> phrase, List<AddressToken> content) {
    var colon = -1;
    if (!content.isEmpty() && content.getFirst().is('@')) {
      // RFC 5322, 4.4: <@a.example,@b.example:user@c.example>
      for (int i = 0; i < content.size() && colon < 0; i++) {
        colon = content.get(i).is(':') ? i : -1;
      }
    }
    var route = colon < 0 ? Optional.<String>empty() : Optional.of(joined(content, 0, colon));
    return address(Phrase.of(phrase), content.subList(colon + 1, content.size()), route);
  }

  /// `local@domain` without brackets. What stands before the local-part can only be a name.
  private Mailbox bare() {
    var at = lastAt(tokens);
    if (at < 0) {
      flaw(Flaw.Kind.NOT_AN_ADDRESS, start);
      var text = Phrase.of(tokens).orElse("");
      return new Mailbox(
          Optional.empty(), text, Optional.empty(), Optional.empty(), comments, start, end);
    }
    var from = at;
    while (from > 0 && (from == at || belongs(from))) {
      from--;
    }
    var to = Math.min(tokens.size(), at + 2);
    while (to < tokens.size() && belongs(to)) {
      to++;
    }
    var before = tokens.subList(0, from);
    var behind = tokens.subList(to, tokens.size());
    if (!before.isEmpty() || !behind.isEmpty()) {
      flaw(Flaw.Kind.STRAY_TEXT, (before.isEmpty() ? behind : before).getFirst().start());
    }
    var name = Phrase.of(before).or(() -> Phrase.of(behind));
    return address(name, tokens.subList(from, to), Optional.empty());
  }

  /// Whether a token goes on with the one before it: without a blank between, or around a dot (RFC
  /// 5322, 4.4: blanks around dots are obsolete).
  private boolean belongs(int index) {
    var token = tokens.get(index);
    var before = tokens.get(index - 1);
    return !token.spaced()
        || before.text().endsWith(".")
        || token.text().startsWith(".")
        || before.is('@');
  }

  private Mailbox address(
      Optional<String> name, List<AddressToken> content, Optional<String> route) {
    var at = lastAt(content);
    var local = joined(content, 0, at < 0 ? content.size() : at);
    var domain =
        at < 0 ? Optional.<String>empty() : Optional.of(joined(content, at + 1, content.size()));
    check(local, domain);
    return new Mailbox(
        name.filter(text -> !text.isBlank()), local, domain, route, comments, start, end);
  }

  private void check(String local, Optional<String> domain) {
    var quoted = local.length() > 1 && local.startsWith("\"") && local.endsWith("\"");
    var isDomain =
        domain.filter(text -> Grammar.isDotAtom(text) || text.startsWith("[")).isPresent();
    if (!isDomain || !(quoted || Grammar.isDotAtom(local))) {
      flaw(Flaw.Kind.NOT_AN_ADDRESS, start);
    }
  }

  /// RFC 5322, 3.2.3: specials in a display name would have to be quoted.
  private void checkName(List<AddressToken> phrase) {
    phrase.stream()
        .filter(token -> token.kind() == AddressToken.Kind.SPECIAL)
        .findFirst()
        .ifPresent(token -> flaw(Flaw.Kind.BAD_NAME, token.start()));
  }

  private static int lastAt(List<AddressToken> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).is('@')) {
        return i;
      }
    }
    return -1;
  }

  private static String joined(List<AddressToken> tokens, int from, int to) {
    var text = new StringBuilder();
    for (var token : tokens.subList(from, to)) {
      text.append(token.raw());
    }
    return text.toString();
  }

  private void flaw(Flaw.Kind kind, int offset) {
    if (flaws.size() < Flaw.MAX) {
      flaws.add(new Flaw(kind, offset));
    }
  }
}
