package org.whence.header;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.chain.Value;
import org.whence.dns.ALabel;
import org.whence.mail.AddressList;
import org.whence.mail.Authors;
import org.whence.mail.HeaderField;
import org.whence.mail.Mailbox;

/// Whether the identities of a message are of one organization: its author, who is answered, who
/// sent it, where its id was made.
final class IdentityCheck {
  private final HeaderRequest request;
  private final List<String> authors;
  private final Notes notes;

  private IdentityCheck(HeaderRequest request, List<String> authors, Notes notes) {
    this.request = request;
    this.authors = authors;
    this.notes = notes;
  }

  static void check(HeaderRequest request, Authors authors, Notes notes) {
    var check = new IdentityCheck(request, authors.domains(), notes);
    check.messageId();
    if (!check.authors.isEmpty()) {
      check.addresses("Reply-To", HeaderReason.REPLY_ELSEWHERE);
      check.addresses("Sender", HeaderReason.SENDER_ELSEWHERE);
      check.returnPath();
    }
  }

  private void addresses(String name, HeaderReason reason) {
    for (var field : request.message().all(name).stream().limit(Authors.MAX_FIELDS).toList()) {
      AddressList.parse(field.rawValue())
          .mailboxes()
          .filter(mailbox -> domain(mailbox.domain()).filter(this::isElsewhere).isPresent())
          .forEach(mailbox -> elsewhere(reason, field, mailbox));
    }
  }

  private void elsewhere(HeaderReason reason, HeaderField field, Mailbox mailbox) {
    notes.note(
        reason,
        field,
        mailbox.start(),
        mailbox.end(),
        Value.of(mailbox.address()),
        Value.domain(authors.getFirst()));
  }

  private void returnPath() {
    var sender = request.mailFrom().map(IdentityCheck::behindAt).flatMap(IdentityCheck::domain);
    sender
        .filter(this::isElsewhere)
        .ifPresent(domain -> {
          var values = new Value[] {Value.domain(domain), Value.domain(authors.getFirst())};
          request
              .message()
              .first("Return-Path")
              .ifPresentOrElse(
                  field -> notes.note(HeaderReason.RETURN_PATH_ELSEWHERE, field, values),
                  () -> notes.note(HeaderReason.RETURN_PATH_ELSEWHERE, values));
        });
  }

  private void messageId() {
    var field = request.message().first("Message-ID");
    if (field.isEmpty()) {
      return;
    }
    var text = field.get().shown();
    var at = text.lastIndexOf('@');
    var isId =
        text.startsWith("<")
            && text.endsWith(">")
            && at > 1
            && at < text.length() - 2
            && text.chars().noneMatch(c -> c <= ' ')
            && text.indexOf('<', 1) < 0;
    if (!isId) {
      notes.note(HeaderReason.MESSAGE_ID_FORM, field.get(), Value.of(text));
    } else if (!authors.isEmpty()) {
      domain(Optional.of(text.substring(at + 1, text.length() - 1)))
          .filter(this::isElsewhere)
          .ifPresent(domain ->
              notes.note(
                  HeaderReason.MESSAGE_ID_ELSEWHERE,
                  field.get(),
                  Value.domain(domain),
                  Value.domain(authors.getFirst())));
    }
  }

  private boolean isElsewhere(String domain) {
    return authors.stream().noneMatch(author -> request.related().test(author, domain));
  }

  private static Optional<String> behindAt(String address) {
    return Optional.of(address.substring(address.lastIndexOf('@') + 1));
  }

  private static Optional<String> domain(Optional<String> text) {
    return text.filter(domain -> !domain.isEmpty() && !domain.startsWith("["))
        .map(domain -> ALabel.domain(domain).toLowerCase(Locale.ROOT));
  }
}
