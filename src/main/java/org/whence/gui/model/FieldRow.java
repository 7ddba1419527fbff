package org.whence.gui.model;

import java.util.List;
import org.whence.mail.EncodedWords;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// One header field as the list of fields shows it. Hostile until it was made visible.
public record FieldRow(HeaderField field) {
  /// The fields of a message, in their order.
  static List<FieldRow> of(Message message) {
    return message.fields().stream().map(FieldRow::new).toList();
  }

  /// The field's name as written.
  public String name() {
    return field.name();
  }

  /// The value, unfolded; the tabs of its folds are blanks here.
  public String value() {
    return field.value().replace('\t', ' ');
  }

  /// The value as readers of mail show it: encoded words decoded (RFC 2047).
  public String read() {
    return EncodedWords.decode(value());
  }
}
