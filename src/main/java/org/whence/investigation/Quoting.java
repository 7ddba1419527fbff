package org.whence.investigation;

import java.util.Optional;

/// Takes what mail programs and ticket systems put before each line off a text, one level at a
/// time.
final class Quoting {
  private Quoting() {}

  /// The text without the indentation that all its lines share, or, where there is none, without
  /// one level of quote marks (`>` or `|` with a blank behind it). Lines stay lines.
  ///
  /// @return empty where there is neither
  static Optional<String> strip(String text, Repairs repairs) {
    return unindented(text, repairs).or(() -> unquoted(text, repairs));
  }

  private static Optional<String> unquoted(String text, Repairs repairs) {
    var stripped = new StringBuilder(text.length());
    var quoted = false;
    for (var line : new Lines(text)) {
      var from = behindMark(line);
      if (from > line.start()) {
        quoted = true;
        repairs.note(Repair.Kind.QUOTED, line.number(), 1);
      }
      stripped.append(text, from, line.next());
    }
    return quoted ? Optional.of(stripped.toString()) : Optional.empty();
  }

  /// Where the text of a line begins behind one quote mark; the line's start where it has none.
  private static int behindMark(Lines.Line line) {
    var at = line.start() + indent(line);
    if (at == line.end() || (line.all().charAt(at) != '>' && line.all().charAt(at) != '|')) {
      return line.start();
    }
    at++;
    // One blank belongs to the mark; a second one, or a tab, is the fold of a field.
    return at < line.end() && isQuoteSpace(line.all().charAt(at)) ? at + 1 : at;
  }

  private static boolean isQuoteSpace(char c) {
    return c == ' ' || c == '\u00A0';
  }

  private static Optional<String> unindented(String text, Repairs repairs) {
    var indent = Integer.MAX_VALUE;
    for (var line : new Lines(text)) {
      if (!line.isBlank()) {
        indent = Math.min(indent, indent(line));
      }
    }
    if (indent == 0 || indent == Integer.MAX_VALUE) {
      return Optional.empty();
    }
    var stripped = new StringBuilder(text.length());
    for (var line : new Lines(text)) {
      var from = line.start() + Math.min(indent, indent(line));
      if (from > line.start()) {
        repairs.note(Repair.Kind.INDENTED, line.number(), 1);
      }
      stripped.append(text, from, line.next());
    }
    return Optional.of(stripped.toString());
  }

  private static int indent(Lines.Line line) {
    var at = line.start();
    while (at < line.end() && Lines.Line.isBlank(line.all().charAt(at))) {
      at++;
    }
    return at - line.start();
  }
}
