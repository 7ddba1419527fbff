package org.whence.header;

import org.whence.chain.Value;
import org.whence.mail.HeaderField;

/// The octets of the fields: controls, lines that are too long, and what is beyond ASCII.
final class OctetCheck {
  /// RFC 5322, 2.1.1: without the line end.
  private static final int LONGEST_LINE = 998;

  private final HeaderRequest request;
  private final Notes notes;

  private OctetCheck(HeaderRequest request, Notes notes) {
    this.request = request;
    this.notes = notes;
  }

  static void check(HeaderRequest request, Notes notes) {
    var check = new OctetCheck(request, notes);
    request.message().fields().forEach(check::field);
  }

  private void field(HeaderField field) {
    var source = request.message().slice(field.start(), field.end());
    var control = -1;
    var eightBit = -1;
    var longLine = -1;
    var length = 0;
    var longest = 0;
    for (int i = 0; i < source.limit(); i++) {
      var octet = source.get(i);
      if (octet == '\r' || octet == '\n') {
        length = 0;
        continue;
      }
      length++;
      longest = Math.max(longest, length);
      if (length > LONGEST_LINE && longLine < 0) {
        longLine = i - LONGEST_LINE;
      } else if (octet < 0 && eightBit < 0) {
        eightBit = i;
      } else if (control < 0 && ((octet >= 0 && octet < ' ' && octet != '\t') || octet == 0x7F)) {
        control = i;
      }
    }
    if (control >= 0) {
      var code = "U+%04X".formatted(source.get(control));
      note(HeaderReason.CONTROL_CHARACTER, field, control, 1, Value.of(code));
    }
    if (longLine >= 0) {
      note(HeaderReason.LONG_LINE, field, longLine, longest, Value.of(longest));
    }
    if (eightBit >= 0) {
      note(eightBit(field), field, eightBit, 1);
    }
  }

  private HeaderReason eightBit(HeaderField field) {
    if (!field.isUtf8()) {
      return HeaderReason.EIGHT_BIT_OTHER;
    }
    return request.international() ? HeaderReason.INTERNATIONAL : HeaderReason.EIGHT_BIT_UTF8;
  }

  private void note(HeaderReason reason, HeaderField field, int at, int length, Value... more) {
    var start = field.start() + at;
    var values = new Value[more.length + 2];
    values[0] = Value.of(field.name());
    System.arraycopy(more, 0, values, 1, more.length);
    values[more.length + 1] =
        new Value.Place(field.line(), start, Math.min(field.end(), start + length));
    notes.note(reason, values);
  }
}
