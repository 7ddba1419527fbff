package org.whence.report;

import java.nio.charset.Charset;
import org.whence.chain.Verdict;

/// How text is drawn: with Unicode or ASCII lines and marks, with or without colour.
///
/// Colour is ANSI (ECMA-48, SGR) in the sixteen basic colours, which follow the terminal's theme;
/// mark and word always stand beside it.
///
/// @param unicode whether the reader's charset has line drawing; ASCII alone is written otherwise
public record TextStyle(boolean unicode, boolean colour) {
  private static final String RESET = "\u001b[0m";

  /// Plain ASCII.
  public static final TextStyle ASCII = new TextStyle(false, false);

  /// Unicode lines without colour.
  public static final TextStyle UNICODE = new TextStyle(true, false);

  /// Unicode where the charset can write every character of ours, ASCII elsewhere.
  public static TextStyle of(Charset charset, boolean colour) {
    return new TextStyle(charset.newEncoder().canEncode("├└│─✓✗→·"), colour);
  }

  String twig() {
    return "├─ ";
  }

  String lastTwig() {
    return "└─ ";
  }

  String trunk() {
    return "│  ";
  }

  String note() {
    return "•";
  }

  /// The mark of a verdict: the same shape wherever it is shown.
  public String mark(Verdict verdict) {
    return fit(
        switch (verdict) {
          case PASS -> "✓";
          case FAIL, PERMERROR -> "✗";
          case SOFTFAIL -> "≈";
          case TEMPERROR -> "?";
          case NEUTRAL -> "·";
          case POLICY -> "!";
          case NONE -> "–";
        });
  }

  String coloured(Verdict verdict, String text) {
    return switch (verdict) {
      case PASS -> sgr("32", text);
      case FAIL, PERMERROR -> sgr("31", text);
      case SOFTFAIL, POLICY -> sgr("33", text);
      case TEMPERROR -> sgr("35", text);
      case NONE, NEUTRAL -> sgr("2", text);
    };
  }

  String strong(String text) {
    return sgr("1", text);
  }

  String faint(String text) {
    return sgr("2", text);
  }

  private String sgr(String code, String text) {
    return colour && !text.isBlank() ? "\u001b[" + code + "m" + text + RESET : text;
  }

  /// The text as the reader's charset can show it. Without Unicode our own signs have ASCII ones,
  /// and any other character is shown as its code.
  String fit(String text) {
    if (unicode) {
      return text;
    }
    var ascii = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(ascii, point));
    return ascii.toString();
  }

  private static void append(StringBuilder ascii, int point) {
    switch (point) {
      case '├' -> ascii.append('|');
      case '└' -> ascii.append('`');
      case '│' -> ascii.append('|');
      case '─', '–' -> ascii.append('-');
      case '✓' -> ascii.append('+');
      case '✗' -> ascii.append('x');
      case '≈' -> ascii.append('~');
      case '·' -> ascii.append('.');
      case '•' -> ascii.append('*');
      case '→' -> ascii.append("->");
      case '…' -> ascii.append("...");
      default -> {
        if (point < 0x7f) {
          ascii.appendCodePoint(point);
        } else {
          ascii.append("<U+").append(String.format("%04X", point)).append('>');
        }
      }
    }
  }
}
