package org.whence.investigation;

import java.util.List;
import java.util.Optional;

/// Takes what mail programs and ticket systems put before each line off a text, one level at a
/// time.
final class Quoting {
  private static final List<String> MARKS = List.of(">", "|", "&gt;", "&#62;", "&amp;gt;");

  private Quoting() {}

  /// The text without line numbers; where there are none, without the indentation that all its
  /// lines share; else without one level of quote marks (`>` or `|` with a blank behind it, or
  /// `&gt;`) or without the indentation of the header that is in it. Lines stay lines.
  ///
  /// @return empty where there is nothing of that
  static Optional<String> strip(String text, Repairs repairs) {
    return LineNumbers.strip(text, repairs)
        .or(() -> unindented(text, repairs))
        .or(() -> unquoted(text, repairs))
        .or(() -> withoutBlock(text, repairs));
  }

  private static Optional<String> unquoted(String text, Repairs repairs) {
    var stripped = new StringBuilder(text.length());
    var isTight = isTight(text);
    var quoted = false;
    for (var line : new Lines(text)) {
      var from = behindMark(line);
      if (from > line.start()) {
        // One blank belongs to the mark; a second one, or a tab, is the fold of a field.
        if (!isTight && from < line.end() && isQuoteSpace(line.all().charAt(from))) {
          from++;
        }
        quoted = true;
        repairs.noteTaken(Repair.Kind.QUOTED, line.number(), from - line.start());
      }
      stripped.append(text, from, line.next());
    }
    return quoted ? Optional.of(stripped.toString()) : Optional.empty();
  }

  /// Whether marks have no blank behind them: more fields stand right behind one.
  private static boolean isTight(String text) {
    var tight = 0;
    for (var line : new Lines(text)) {
      var from = behindMark(line);
      if (from > line.start() && from < line.end()) {
        var behind = line.from(from);
        if (isField(behind)) {
          tight++;
        } else if (isQuoteSpace(text.charAt(from)) && isField(line.from(from + 1))) {
          tight--;
        }
      }
    }
    return tight > 0;
  }

  private static boolean isField(Lines.Line line) {
    return FieldNames.of(line).filter(FieldNames::isKnown).isPresent();
  }

  /// Where a line goes on right behind one quote mark; the line's start where it has none.
  private static int behindMark(Lines.Line line) {
    var at = line.start() + indent(line);
    for (var mark : MARKS) {
      if (line.all().startsWith(mark, at) && at + mark.length() <= line.end()) {
        return at + mark.length();
      }
    }
    return line.start();
  }

  private static boolean isQuoteSpace(char c) {
    return c == ' ' || c == '\u00A0';
  }

  /// The text with the header that is indented in it, such as one that was quoted as code, and what
  /// is behind it, moved to the left. Below a line of text, it takes a Received field.
  private static Optional<String> withoutBlock(String text, Repairs repairs) {
    var block = IndentedBlock.find(text);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    var first = block.get().first();
    var stripped = new StringBuilder(text.length()).append(text, 0, first.start());
    for (var line : new Lines(text, first.start(), first.number())) {
      unindent(line, block.get().indent(), stripped, repairs);
    }
    return Optional.of(stripped.toString());
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
      unindent(line, indent, stripped, repairs);
    }
    return Optional.of(stripped.toString());
  }

  private static void unindent(Lines.Line line, int most, StringBuilder stripped, Repairs repairs) {
    var indent = Math.min(most, indent(line));
    if (indent > 0) {
      repairs.noteTaken(Repair.Kind.INDENTED, line.number(), indent);
    }
    stripped.append(line.all(), line.start() + indent, line.next());
  }

  /// How many blanks a line begins with.
  static int indent(Lines.Line line) {
    var at = line.start();
    while (at < line.end() && Lines.Line.isBlank(line.all().charAt(at))) {
      at++;
    }
    return at - line.start();
  }
}
