package org.whence.dkim;

import java.nio.charset.StandardCharsets;
import org.whence.mail.HeaderField;

/// A header field as text, a character an octet, so that variants of it can be written.
///
/// @param name as written, with blanks before the colon
/// @param value what is behind the colon, folds included, without the last line end
record FieldText(String name, String value) {
  static FieldText of(HeaderField field) {
    var raw = new String(field.raw(), StandardCharsets.ISO_8859_1);
    var end = raw.length();
    while (end > 0 && (raw.charAt(end - 1) == '\r' || raw.charAt(end - 1) == '\n')) {
      end--;
    }
    var value = field.valueStart() - field.start();
    return new FieldText(raw.substring(0, value - 1), value > end ? "" : raw.substring(value, end));
  }

  FieldText withValue(String other) {
    return new FieldText(name, other);
  }

  /// The value unfolded, without white space at its ends.
  String unfolded() {
    return WhiteSpace.strip(value.replaceAll("[\r\n]+", ""));
  }

  /// The value for people to see.
  String shown() {
    return DomainText.utf8(unfolded());
  }

  /// The canonical octets, with a line end if another field follows.
  byte[] canonical(Canonicalization how, boolean last) {
    var raw = (name + ":" + value).getBytes(StandardCharsets.ISO_8859_1);
    var nameEnd = name.stripTrailing().length();
    var out = new OctetBuffer(raw.length + 2);
    HeaderCanonicalizer.add(raw, nameEnd, name.length(), how, out);
    if (!last) {
      out.addLineEnd();
    }
    return out.toArray();
  }
}
