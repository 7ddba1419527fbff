package org.whence.mail.container;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import org.whence.ip.Ascii;
import org.whence.mail.mime.Charsets;

/// Takes the HTML out of the RTF that Outlook wraps it into (MS-OXRTFEX): often the RTF is all that
/// is left of it, and the targets of links are nowhere else.
///
/// Linear; groups beyond [#MAX_DEPTH] end the reading.
final class RtfHtml {
  /// How deep groups may be nested.
  static final int MAX_DEPTH = 1_000;

  private static final String MARK = "\\fromhtml1";

  private final String rtf;
  private final StringBuilder html = new StringBuilder();
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private final ArrayDeque<Group> outer = new ArrayDeque<>();
  private Charset charset = StandardCharsets.ISO_8859_1;
  private Group group = new Group(false, false, 1);
  private int at;
  private int toSkip;

  /// @param hidden whether nothing in it is HTML
  /// @param rtfOnly whether what is there stands for RTF's readers alone (`\htmlrtf`)
  /// @param fallback how many characters stand for one of Unicode behind it (the word `uc`)
  private record Group(boolean hidden, boolean rtfOnly, int fallback) {}

  private RtfHtml(String rtf) {
    this.rtf = rtf;
  }

  /// The HTML in the RTF, one character an octet; empty for RTF that was not made of HTML.
  static Optional<String> of(String rtf) {
    var head = rtf.substring(0, Math.min(rtf.length(), 1024));
    return head.contains(MARK) ? Optional.of(new RtfHtml(rtf).read()) : Optional.empty();
  }

  private String read() {
    while (at < rtf.length() && outer.size() < MAX_DEPTH) {
      var c = rtf.charAt(at++);
      switch (c) {
        case '{' -> open();
        case '}' -> {
          flush();
          group = outer.isEmpty() ? group : outer.pop();
        }
        case '\\' -> control();
        case '\r', '\n' -> {}
        default -> octet(c);
      }
    }
    flush();
    return html.toString();
  }

  private void open() {
    flush();
    outer.push(group);
    var isOther = rtf.startsWith("\\*\\", at) && !rtf.startsWith("\\*\\htmltag", at);
    var isTable =
        rtf.startsWith("\\fonttbl", at)
            || rtf.startsWith("\\colortbl", at)
            || rtf.startsWith("\\stylesheet", at)
            || rtf.startsWith("\\info", at)
            || rtf.startsWith("\\pntext", at);
    group = new Group(group.hidden || isOther || isTable, group.rtfOnly, group.fallback);
  }

  private void control() {
    if (at >= rtf.length()) {
      return;
    }
    var c = rtf.charAt(at);
    if (Ascii.isLetter(c)) {
      word();
    } else if (c == '\'' && at + 2 < rtf.length()) {
      var code =
          Character.digit(rtf.charAt(at + 1), 16) * 16 + Character.digit(rtf.charAt(at + 2), 16);
      at += 3;
      octet(code);
    } else {
      at++;
      switch (c) {
        case '{', '}', '\\' -> octet(c);
        case '~' -> text("&nbsp;");
        case '_' -> text("&shy;");
        case '\r', '\n' -> text("\r\n");
        default -> {}
      }
    }
  }

  private void word() {
    var start = at;
    while (at < rtf.length() && Ascii.isLetter(rtf.charAt(at))) {
      at++;
    }
    var name = rtf.substring(start, at);
    start = at;
    if (at < rtf.length() && rtf.charAt(at) == '-') {
      at++;
    }
    while (at < rtf.length() && Ascii.isDigit(rtf.charAt(at))) {
      at++;
    }
    var number = at - start > 0 && at - start < 8 ? number(rtf.substring(start, at)) : 1;
    var isZero = at - start > 0 && number == 0;
    if (at < rtf.length() && rtf.charAt(at) == ' ') {
      at++;
    }
    switch (name) {
      case "htmlrtf" -> {
        flush();
        group = new Group(group.hidden, !isZero, group.fallback);
      }
      case "ansicpg" -> charset = Charsets.find("windows-" + number).charset().orElse(charset);
      case "uc" -> group = new Group(group.hidden, group.rtfOnly, Math.clamp(number, 0, 16));
      case "u" -> {
        text(String.valueOf((char) number));
        toSkip = group.fallback;
      }
      case "par", "line" -> text("\r\n");
      case "tab" -> text("\t");
      case "lquote" -> text("&lsquo;");
      case "rquote" -> text("&rsquo;");
      case "ldblquote" -> text("&ldquo;");
      case "rdblquote" -> text("&rdquo;");
      case "bullet" -> text("&bull;");
      case "endash" -> text("&ndash;");
      case "emdash" -> text("&mdash;");
      default -> {}
    }
  }

  /// Takes an octet of the code page; several of them may be a character.
  private void octet(int code) {
    if (toSkip > 0) {
      toSkip--;
    } else if (!group.hidden && !group.rtfOnly) {
      octets.write(code);
    }
  }

  private void text(String text) {
    flush();
    if (!group.hidden && !group.rtfOnly) {
      html.append(text);
    }
  }

  private void flush() {
    if (octets.size() > 0) {
      html.append(octets.toString(charset));
      octets.reset();
    }
    toSkip = 0;
  }

  private static int number(String digits) {
    return digits.equals("-") ? 1 : Integer.parseInt(digits);
  }
}
