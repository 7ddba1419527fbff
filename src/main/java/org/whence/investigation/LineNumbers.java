package org.whence.investigation;

import java.util.Optional;
import org.whence.ip.Ascii;

/// The numbers that an editor, or a ticket system, puts before each line: `12`, `12:`, `12.`, `12
/// |`.
final class LineNumbers {
  /// Fewer lines than this are no listing.
  private static final int ENOUGH = 3;

  private static final int MAX_DIGITS = 7;

  private LineNumbers() {}

  /// The text without them, where every line has one and each is one more than the one before. The
  /// sign and the blanks that all lines have behind the number go with it.
  static Optional<String> strip(String text, Repairs repairs) {
    if (!isNumbered(text)) {
      return Optional.empty();
    }
    var sign = sign(text);
    var margin = margin(text, sign);
    var stripped = new StringBuilder(text.length());
    for (var line : new Lines(text)) {
      var from = line.isBlank() ? line.start() : Math.min(line.end(), behind(line, sign) + margin);
      if (from > line.start()) {
        repairs.noteTaken(Repair.Kind.LINE_NUMBER, line.number(), from - line.start());
      }
      stripped.append(text, from, line.next());
    }
    return Optional.of(stripped.toString());
  }

  private static boolean isNumbered(String text) {
    var count = 0;
    var first = 0;
    for (var line : new Lines(text)) {
      if (line.isBlank()) {
        continue;
      }
      var from = line.start() + Quoting.indent(line);
      var end = digits(line);
      if (end == from || end - from > MAX_DIGITS) {
        return false;
      }
      var number = Integer.parseInt(text, from, end, 10) - line.number();
      if (count++ > 0 && number != first) {
        return false;
      }
      first = number;
    }
    return count >= ENOUGH;
  }

  /// What stands behind every number beside blanks; 0 for nothing.
  private static char sign(String text) {
    var sign = '\0';
    for (var line : new Lines(text)) {
      if (line.isBlank()) {
        continue;
      }
      var end = digits(line);
      var at = end + Quoting.indent(line.from(end));
      var c = at < line.end() ? text.charAt(at) : '\0';
      // Behind blanks, a bar alone is none that a line may begin with by itself.
      var isSign = at == end ? ":.)|".indexOf(c) >= 0 : c == '|';
      if (!isSign || (sign != 0 && sign != c)) {
        return '\0';
      }
      sign = c;
    }
    return sign;
  }

  /// How many blanks every line has there that has more than that.
  private static int margin(String text, char sign) {
    var margin = Integer.MAX_VALUE;
    for (var line : new Lines(text)) {
      var rest = line.isBlank() ? line : line.from(behind(line, sign));
      if (!rest.isBlank()) {
        margin = Math.min(margin, Quoting.indent(rest));
      }
    }
    return margin == Integer.MAX_VALUE ? 0 : margin;
  }

  /// Where a line goes on behind its number and the sign.
  private static int behind(Lines.Line line, char sign) {
    var end = digits(line);
    return sign == 0 ? end : line.all().indexOf(sign, end) + 1;
  }

  /// Where the number of a line ends.
  private static int digits(Lines.Line line) {
    var at = line.start() + Quoting.indent(line);
    while (at < line.end() && Ascii.isDigit(line.all().charAt(at))) {
      at++;
    }
    return at;
  }
}
