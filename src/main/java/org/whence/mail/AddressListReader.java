package org.whence.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whence.mail.AddressList.Group;

/// Reads one address list: cuts its tokens at commas into elements, at `name:` and `;` into groups.
final class AddressListReader {
  private final List<AddressToken> tokens;
  private final int[] closingAngle;
  private final List<Group> groups = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final boolean cut;

  private Optional<String> groupName = Optional.empty();
  private boolean inGroup;
  private List<Mailbox> mailboxes = new ArrayList<>();
  private List<AddressToken> element = new ArrayList<>();
  private int count;

  AddressListReader(String value) {
    this.cut = value.length() > AddressList.MAX_LENGTH;
    this.tokens = AddressToken.of(cut ? value.substring(0, AddressList.MAX_LENGTH) : value);
    this.closingAngle = closingAngles(tokens);
  }

  AddressList read() {
    for (int i = 0; i < tokens.size() && count < AddressList.MAX_MAILBOXES; i++) {
      var token = tokens.get(i);
      checkClosed(token);
      if (token.is('<') && closingAngle[i] > 0) {
        element.addAll(tokens.subList(i, closingAngle[i] + 1));
        i = closingAngle[i];
      } else if (token.is(',')) {
        endElement();
      } else if (token.is(';')) {
        endGroup(token);
      } else if (token.is(':') && mayBeginGroup()) {
        beginGroup();
      } else {
        element.add(token);
      }
    }
    endElement();
    if (inGroup) {
      flaw(Flaw.Kind.UNCLOSED, tokens.getLast().end());
    }
    close();
    if (cut || count >= AddressList.MAX_MAILBOXES) {
      // Told whatever else is wrong: it says that something is missing.
      if (flaws.size() == Flaw.MAX) {
        flaws.removeLast();
      }
      flaw(Flaw.Kind.TOO_LONG, tokens.getLast().end());
    }
    flaws.sort(Comparator.comparingInt(Flaw::offset));
    return new AddressList(groups, flaws);
  }

  private void checkClosed(AddressToken token) {
    if (token.kind() == AddressToken.Kind.WORD
        && (token.text().startsWith("\"") || token.text().indexOf('(') >= 0)) {
      flaw(Flaw.Kind.UNCLOSED, token.start());
    } else if (token.kind() == AddressToken.Kind.QUOTED && hasEncodedWord(token.text())) {
      flaw(Flaw.Kind.QUOTED_ENCODED_WORD, token.start());
    }
  }

  private static boolean hasEncodedWord(String text) {
    return text.contains("=?") && !EncodedWords.decode(text).equals(text);
  }

  /// A group begins with a phrase: words and quoted strings, no address.
  private boolean mayBeginGroup() {
    return !inGroup
        && element.stream().noneMatch(token -> token.is('@') || token.is('<'))
        && hasContent(element);
  }

  private void beginGroup() {
    var name = Phrase.of(element);
    element = new ArrayList<>();
    close();
    groupName = name;
    inGroup = true;
  }

  private void endGroup(AddressToken semicolon) {
    endElement();
    if (!inGroup) {
      // Outlook puts semicolons where commas belong.
      flaw(Flaw.Kind.STRAY_SEMICOLON, semicolon.start());
    } else {
      close();
    }
  }

  /// Puts the mailboxes so far into a group.
  private void close() {
    if (inGroup || !mailboxes.isEmpty()) {
      groups.add(new Group(groupName, mailboxes));
    }
    mailboxes = new ArrayList<>();
    groupName = Optional.empty();
    inGroup = false;
  }

  private void endElement() {
    if (hasContent(element)) {
      var reader = new MailboxReader(element);
      var found = reader.read();
      mailboxes.addAll(found);
      reader.flaws().forEach(flaw -> flaw(flaw.kind(), flaw.offset()));
      count += found.size();
    }
    element = new ArrayList<>();
  }

  private static boolean hasContent(List<AddressToken> element) {
    for (var token : element) {
      if (token.kind() != AddressToken.Kind.COMMENT) {
        return true;
      }
    }
    return false;
  }

  private void flaw(Flaw.Kind kind, int offset) {
    if (flaws.size() < Flaw.MAX) {
      flaws.add(new Flaw(kind, offset));
    }
  }

  /// For each `<` the place of the `>` that ends it, 0 where another `<` or nothing comes first.
  private static int[] closingAngles(List<AddressToken> tokens) {
    var closing = new int[tokens.size()];
    var next = 0;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).is('>')) {
        next = i;
      } else if (tokens.get(i).is('<')) {
        closing[i] = next;
        next = 0;
      }
    }
    return closing;
  }
}
