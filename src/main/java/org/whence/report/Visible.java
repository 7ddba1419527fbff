package org.whence.report;

/// Makes visible what text from outside hides: control, bidirectional and zero-width characters.
///
/// A right-to-left override turns `gpj.exe` into `exe.jpg`, an escape repaints the terminal, a line
/// feed forges a line of a report. Each such character is shown as its code, `<U+202E>`. This is
/// for eyes and one way only; whoever needs the value takes the value.
public final class Visible {
  private Visible() {}

  /// The text with every hidden character as its code. Linear; the same text where there is none.
  public static String text(String text) {
    var length = text.length();
    for (var i = 0; i < length; i++) {
      var c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return from(text, i);
      }
    }
    return text;
  }

  /// The same for text in lines, where tabs and line feeds are seen as what they are.
  public static String lines(String text) {
    var shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(point -> {
          if (point == '\t' || point == '\n') {
            shown.append((char) point);
          } else {
            append(shown, point);
          }
        });
    return shown.toString();
  }

  /// The text, or as many of its code points as may be told, with an ellipsis behind them. What is
  /// to be left out of it was left out before: of half an address nobody sees that it is one.
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }

  private static String from(String text, int first) {
    var shown = new StringBuilder(text.length() + 16).append(text, 0, first);
    text.substring(first).codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (hidden(point)) {
      code(shown, point);
    } else {
      shown.appendCodePoint(point);
    }
  }

  /// Appends a character's code, such as `<U+202E>`.
  static void code(StringBuilder shown, int point) {
    shown.append("<U+").append(String.format("%04X", point)).append('>');
  }

  /// Whether a code point cannot be seen, or changes how others are seen.
  public static boolean hidden(int point) {
    if (point >= ' ' && point <= '~') {
      return false;
    }
    return switch (Character.getType(point)) {
      // FORMAT holds the bidirectional controls (UAX 9, 2), joiners, tags and the soft hyphen.
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> blank(point);
    };
  }

  /// Letters and marks that are drawn as nothing (Unicode, Default_Ignorable_Code_Point).
  private static boolean blank(int point) {
    return point == 0x034F
        || point == 0x115F
        || point == 0x1160
        || point == 0x17B4
        || point == 0x17B5
        || (point >= 0x180B && point <= 0x180F)
        || point == 0x3164
        || (point >= 0xFE00 && point <= 0xFE0F)
        || point == 0xFFA0
        || (point >= 0xE0100 && point <= 0xE01EF);
  }
}
