package org.whence.header;

import java.util.List;
import org.whence.chain.Value;
import org.whence.mail.AddressList;
import org.whence.mail.Authors;
import org.whence.mail.Flaw;
import org.whence.mail.HeaderField;
import org.whence.mail.Mailbox;

/// The addresses of a message: who wrote it, in which form, under which names.
final class AddressCheck {
  /// The fields whose addresses are looked at.
  private static final List<String> FIELDS =
      List.of("From", "Sender", "Reply-To", "To", "Cc", "Bcc");

  /// The fields that say who wrote a message, or who is answered.
  private static final List<String> TELLING = List.of("From", "Sender", "Reply-To");

  private final Notes notes;

  private AddressCheck(Notes notes) {
    this.notes = notes;
  }

  static void check(HeaderRequest request, Authors authors, Notes notes) {
    var check = new AddressCheck(notes);
    check.authors(request, authors);
    for (var name : FIELDS) {
      request.message().all(name).stream()
          .limit(Authors.MAX_FIELDS)
          .forEach(field -> check.field(field, name));
    }
  }

  private void authors(HeaderRequest request, Authors authors) {
    var message = request.message();
    var from = message.first("From");
    if (from.isEmpty()) {
      return;
    }
    var count = authors.authors().size();
    if (count > 1) {
      notes.note(HeaderReason.SEVERAL_AUTHORS, from.get(), Value.of(count));
      if (message.first("Sender").isEmpty()) {
        notes.note(HeaderReason.NO_SENDER, from.get());
      }
    }
    if (authors.authors().stream().allMatch(author -> author.mailbox().domain().isEmpty())) {
      notes.note(HeaderReason.NO_AUTHOR, from.get());
    }
  }

  private void field(HeaderField field, String name) {
    var list = AddressList.parse(field.rawValue());
    list.flaws().forEach(flaw -> flaw(flaw, field, name));
    list.mailboxes().forEach(mailbox -> mailbox(mailbox, field, name));
  }

  private void flaw(Flaw flaw, HeaderField field, String name) {
    var from = flaw.offset();
    if (flaw.kind() == Flaw.Kind.QUOTED_ENCODED_WORD) {
      notes.note(HeaderReason.ENCODED_WORD_QUOTED, field, from, from + 1, Value.of(name));
    } else {
      var kind = Value.of(flaw.kind().word());
      notes.note(HeaderReason.ADDRESS_FLAW, field, from, from + 1, Value.of(name), kind);
    }
  }

  private void mailbox(Mailbox mailbox, HeaderField field, String name) {
    if (!TELLING.contains(name)) {
      return;
    }
    mailbox
        .name()
        .flatMap(text -> HiddenText.address(text, mailbox.address()))
        .ifPresent(other ->
            note(
                HeaderReason.ADDRESS_IN_NAME,
                mailbox,
                field,
                Value.of(other),
                Value.of(mailbox.address())));
    if (mailbox.local().chars().anyMatch(c -> c > 0x7F)) {
      note(HeaderReason.INTERNATIONAL_ADDRESS, mailbox, field, Value.of(mailbox.address()));
    }
    mailbox
        .domain()
        .ifPresent(domain ->
            DomainForm.of(domain).tell((reason, values) -> note(reason, mailbox, field, values)));
  }

  private void note(HeaderReason reason, Mailbox mailbox, HeaderField field, Value... values) {
    notes.note(reason, field, mailbox.start(), mailbox.end(), values);
  }
}
