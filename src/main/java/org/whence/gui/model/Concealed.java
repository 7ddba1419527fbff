package org.whence.gui.model;

import java.util.Optional;
import org.whence.report.Visible;

/// Characters of a text that cannot be seen, or change how others are seen: with a right-to-left
/// override in it, a line reads as something else than is judged.
///
/// @param count how many there are
/// @param first the first one as its code, such as `<U+202E>`
/// @param line where that stands, from 1
/// @param column where in its line, from 1, in UTF-16 units
public record Concealed(int count, String first, int line, int column) {
  /// What is hidden in a text; empty where all of it can be seen.
  public static Optional<Concealed> in(String text) {
    var count = 0;
    var at = -1;
    for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isConcealed(text.codePointAt(i))) {
        at = count == 0 ? i : at;
        count++;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    var line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    var column = at - text.lastIndexOf('\n', at - 1);
    var first = Visible.text(Character.toString(text.codePointAt(at)));
    return Optional.of(new Concealed(count, first, line, column));
  }

  private static boolean isConcealed(int point) {
    return point != '\t' && point != '\n' && Visible.hidden(point);
  }
}
