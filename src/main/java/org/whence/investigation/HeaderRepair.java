package org.whence.investigation;

import java.util.Optional;

/// Mends a header that lost something on its way through a clipboard. A header in which HTML is
/// escaped throughout, so that no field that servers write has a `<`, is read without its escapes.
/// Beside that, only fields that servers write are touched ([FieldNames#isTrace]): no-break spaces,
/// invisible characters, smart quotes and defanging do not occur in them, and a line behind one of
/// them that is no field can only be its continuation. Everything behind the header stays as it is.
final class HeaderRepair {
  private final Repairs repairs;
  private final StringBuilder mended;
  private boolean escaped;
  private boolean inTrace;

  private HeaderRepair(int length, Repairs repairs) {
    this.mended = new StringBuilder(length);
    this.repairs = repairs;
  }

  /// The text from the header's first line on, mended.
  static String mend(Lines.Line first, Repairs repairs) {
    var text = first.all();
    var repair = new HeaderRepair(text.length() - first.start(), repairs);
    repair.escaped = isEscaped(first);
    var bodyStart = text.length();
    for (var line : new Lines(text, first.start(), first.number())) {
      if (line.isBlank()) {
        bodyStart = line.start();
        break;
      }
      repair.line(line);
    }
    return repair.mended.append(text, bodyStart, text.length()).toString();
  }

  private static boolean isEscaped(Lines.Line first) {
    var found = false;
    for (var line : new Lines(first.all(), first.start(), first.number())) {
      if (line.isBlank()) {
        break;
      }
      var text = line.text();
      if (text.indexOf('<') >= 0) {
        return false;
      }
      found |= text.contains("&lt;") || text.contains("&#60;") || text.contains("&#x3c;");
    }
    return found;
  }

  private void line(Lines.Line line) {
    var folded = line.isFolded();
    var name = folded ? Optional.<String>empty() : FieldNames.of(line);
    if (name.isPresent()) {
      inTrace = FieldNames.isTrace(name.get());
    }
    var text =
        escaped ? Cleaned.ofEscapes(line.text(), line.number(), repairs).text() : line.text();
    if (inTrace) {
      var clean = Cleaned.of(text, line.number(), repairs).text();
      if (name.isEmpty() && !clean.startsWith(" ") && !clean.startsWith("\t")) {
        repairs.note(Repair.Kind.LOST_FOLDING, line.number(), 1);
        mended.append(' ');
      }
      mended.append(clean).append(line.all(), line.end(), line.next());
    } else {
      mended.append(text).append(line.all(), line.end(), line.next());
    }
  }
}
