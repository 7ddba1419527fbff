package org.whence.header;

import java.util.List;
import org.whence.chain.Value;
import org.whence.mail.EncodedWords;
import org.whence.mail.Message;

/// How often fields stand there (RFC 5322, 3.6), and what some of them say of the way.
final class FieldCheck {
  /// The fields that may stand once: RFC 5322, 3.6, and RFC 2045, 3.
  private static final List<String> ONCE =
      List.of(
          "From",
          "Sender",
          "Reply-To",
          "To",
          "Cc",
          "Bcc",
          "Date",
          "Message-ID",
          "In-Reply-To",
          "References",
          "Subject",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding",
          "Content-ID",
          "Content-Description");

  private FieldCheck() {}

  static void check(Message message, Notes notes) {
    for (var name : ONCE) {
      var fields = message.all(name);
      if (fields.size() > 1) {
        notes.note(
            HeaderReason.DUPLICATE_FIELD, fields.get(1), Value.of(name), Value.of(fields.size()));
      }
    }
    for (var name : List.of("Date", "From")) {
      if (message.first(name).isEmpty()) {
        notes.note(HeaderReason.MISSING_FIELD, Value.of(name));
      }
    }
    if (message.first("Message-ID").isEmpty()) {
      notes.note(HeaderReason.NO_MESSAGE_ID);
    }
    message
        .first("List-Id")
        .ifPresent(field ->
            notes.note(HeaderReason.LIST, field, Value.of(EncodedWords.decode(field.shown()))));
    message
        .first("Resent-From")
        .ifPresent(field ->
            notes.note(HeaderReason.RESENT, field, Value.of(EncodedWords.decode(field.shown()))));
  }
}
