package org.whence.investigation;

import java.util.Optional;
import java.util.regex.Pattern;

/// Mends a header that lost something on its way through a clipboard. A header in which HTML is
/// escaped throughout, so that no field that servers write has a `<`, is read without its escapes.
/// Beside that, only fields that servers write are touched ([FieldNames#isTrace]): no-break spaces,
/// invisible characters, smart quotes and defanging do not occur in them, and a line behind one of
/// them that is no field can only be its continuation ([FieldNames#continues]). What has no width,
/// and blanks of other kinds, are mended at the beginning of every line. Everything behind the
/// header stays as it is.
final class HeaderRepair {
  /// How often HTML is escaped at most: a page that shows the source of a page.
  private static final int MAX_ESCAPES = 3;

  private static final Pattern ESCAPED =
      Pattern.compile("&((?:amp;){0," + (MAX_ESCAPES - 1) + "})(?:lt|#60|#x3c);");

  private final Repairs repairs;
  private final StringBuilder mended;
  private final int escapes;
  private boolean inTrace;
  private boolean allEndBlank = true;
  private String before = "";

  private HeaderRepair(int length, int escapes, Repairs repairs) {
    this.mended = new StringBuilder(length);
    this.escapes = escapes;
    this.repairs = repairs;
  }

  /// The text from the header's first line on, mended.
  static String mend(Lines.Line first, Repairs repairs) {
    var text = first.all();
    var repair = new HeaderRepair(text.length() - first.start(), escapes(first), repairs);
    var bodyStart = text.length();
    for (var line : new Lines(text, first.start(), first.number())) {
      if (repair.isEnd(line)) {
        bodyStart = line.end();
        break;
      }
      repair.line(line);
    }
    return repair.mended.append(text, bodyStart, text.length()).toString();
  }

  /// How often HTML is escaped in a header; 0 where it is not.
  private static int escapes(Lines.Line first) {
    var found = 0;
    for (var line : new Lines(first.all(), first.start(), first.number())) {
      if (line.looksEmpty()) {
        break;
      }
      var text = line.text();
      if (text.indexOf('<') >= 0) {
        return 0;
      }
      var escape = ESCAPED.matcher(text);
      if (found == 0 && escape.find()) {
        found = 1 + escape.group(1).length() / "amp;".length();
      }
    }
    return found;
  }

  /// An empty line ends a header. Where every line has a blank at its end, or blanks are no-break
  /// spaces, a line of blanks is one that was empty; else it belongs to a fold.
  private boolean isEnd(Lines.Line line) {
    if (line.start() == line.end()) {
      return true;
    }
    var isEnd = line.looksEmpty() && (allEndBlank || !line.isBlank());
    if (isEnd) {
      repairs.note(Repair.Kind.BLANK_LINE, line.number(), 1);
    }
    allEndBlank &= line.endsBlank();
    return isEnd;
  }

  private void line(Lines.Line line) {
    var name = line.isFolded() ? Optional.<String>empty() : FieldNames.of(line);
    if (inTrace && name.isPresent() && FieldNames.continues(before, name.get(), line)) {
      name = Optional.empty();
    }
    if (name.isPresent()) {
      inTrace = FieldNames.isTrace(name.get());
    }
    var clean =
        (inTrace
                ? Cleaned.of(line.text(), line.number(), escapes, repairs)
                : Cleaned.ofEscapes(line.text(), line.number(), escapes, repairs))
            .text();
    if (inTrace && name.isEmpty() && !clean.startsWith(" ") && !clean.startsWith("\t")) {
      repairs.note(Repair.Kind.LOST_FOLDING, line.number(), 1);
      mended.append(' ');
    }
    mended.append(clean).append(line.all(), line.end(), line.next());
    before = clean.stripTrailing();
  }
}
