package org.whence.header;

import java.util.List;
import java.util.regex.Pattern;
import org.whence.chain.Value;
import org.whence.mail.AddressList;
import org.whence.mail.Authors;
import org.whence.mail.EncodedWords;
import org.whence.mail.HeaderField;
import org.whence.mail.Mailbox;
import org.whence.mail.Message;

/// Encoded words where none belong (RFC 2047, 5), and characters that nobody sees.
final class WordCheck {
  /// The fields with addresses, where encoded words stand for names alone.
  private static final List<String> ADDRESSES =
      List.of("From", "Sender", "Reply-To", "To", "Cc", "Bcc");

  /// The fields that have no text in which an encoded word could stand.
  private static final List<String> NO_TEXT =
      List.of("Date", "Message-ID", "In-Reply-To", "References", "Return-Path", "MIME-Version");

  /// The fields that people read.
  private static final List<String> READ = List.of("Subject", "From", "Reply-To", "Sender");

  /// Bounded by its own delimiters, so that it runs in linear time.
  private static final Pattern WORD = Pattern.compile("=\\?[^?\\s]{1,40}\\?[BbQq]\\?[^?\\s]*\\?=");

  private final Notes notes;

  private WordCheck(Notes notes) {
    this.notes = notes;
  }

  static void check(Message message, Notes notes) {
    var check = new WordCheck(notes);
    for (var name : ADDRESSES) {
      fields(message, name).forEach(field -> check.addresses(field, name));
    }
    for (var name : NO_TEXT) {
      fields(message, name).forEach(field -> check.noText(field, name));
    }
    for (var name : READ) {
      fields(message, name).forEach(field -> check.hidden(field, name));
    }
  }

  private static List<HeaderField> fields(Message message, String name) {
    return message.all(name).stream().limit(Authors.MAX_FIELDS).toList();
  }

  private void addresses(HeaderField field, String name) {
    var value = field.rawValue();
    if (!value.contains("=?")) {
      return;
    }
    AddressList.parse(value)
        .mailboxes()
        .filter(mailbox -> WORD.matcher(mailbox.address()).find())
        .findFirst()
        .ifPresent(mailbox -> inAddress(field, mailbox, name));
  }

  private void inAddress(HeaderField field, Mailbox mailbox, String name) {
    note(HeaderReason.ENCODED_WORD_IN_ADDRESS, field, mailbox.start(), mailbox.end(), name);
  }

  private void noText(HeaderField field, String name) {
    var word = WORD.matcher(field.rawValue());
    if (word.find()) {
      note(HeaderReason.ENCODED_WORD_IN_FIELD, field, word.start(), word.end(), name);
    }
  }

  private void hidden(HeaderField field, String name) {
    var text = EncodedWords.decode(field.shown());
    var at = HiddenText.hidden(text);
    if (at >= 0) {
      var code = "U+%04X".formatted((int) text.charAt(at));
      notes.note(HeaderReason.HIDDEN_CHARACTER, field, Value.of(name), Value.of(code));
    }
  }

  private void note(HeaderReason reason, HeaderField field, int from, int to, String name) {
    notes.note(reason, field, from, to, Value.of(name));
  }
}
