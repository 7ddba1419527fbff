package org.whence.spf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Ascii;
import org.whence.spf.MacroParser.Parsed.Accepted;
import org.whence.spf.MacroParser.Parsed.Rejected;

/// Reads a text with macros (RFC 7208, 7.1), each character once.
final class MacroParser {
  private static final String LETTERS = "slodiphcrtv";
  // RFC 7208, 7.2: these are allowed in explanations only.
  private static final String EXPLANATION_LETTERS = "crt";
  private static final String DELIMITERS = ".-+,/_=";

  /// What the text is.
  enum Kind {
    /// A `domain-spec`: ends in a top label or a macro.
    DOMAIN,
    /// The `macro-string` of an unknown modifier.
    VALUE,
    /// An `explain-string`: may hold blanks.
    EXPLANATION
  }

  sealed interface Parsed {
    record Accepted(MacroString string) implements Parsed {}

    record Rejected(Flaw flaw) implements Parsed {}
  }

  private final String text;
  private final int base;
  private final Kind kind;
  private final List<Macro> pieces = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int at;

  private MacroParser(String text, int base, Kind kind) {
    this.text = text;
    this.base = base;
    this.kind = kind;
  }

  /// @param base how many characters of the whole stand before the text; flaws are told from there
  static Parsed parse(String text, int base, Kind kind) {
    var parser = new MacroParser(text, base, kind);
    var flaw = parser.pieces();
    return flaw == null ? new Accepted(new MacroString(parser.pieces)) : new Rejected(flaw);
  }

  private @Nullable Flaw pieces() {
    while (at < text.length()) {
      var flaw = text.charAt(at) == '%' ? macro() : literal();
      if (flaw != null) {
        return flaw;
      }
    }
    endLiteral();
    return kind == Kind.DOMAIN ? domainEnd() : null;
  }

  /// RFC 7208, 7.1: `macro-literal` is every visible character but `%`.
  private @Nullable Flaw literal() {
    var c = text.charAt(at);
    if (c < ' ' || c > '~' || (c == ' ' && kind != Kind.EXPLANATION)) {
      return flaw(SpfReason.BAD_CHARACTER, at, "U+%04X".formatted((int) c));
    }
    literal.append(c);
    at++;
    return null;
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      pieces.add(new Macro.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private @Nullable Flaw macro() {
    var next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    if (next == '{') {
      return expand();
    }
    // RFC 7208, 7.3: a "%" that none of these follows is a syntax error.
    if (next != '%' && next != '_' && next != '-') {
      return flaw(SpfReason.BAD_PERCENT, at, text.substring(at, Math.min(at + 2, text.length())));
    }
    endLiteral();
    pieces.add(new Macro.Escape(text.substring(at, at + 2)));
    at += 2;
    return null;
  }

  private @Nullable Flaw expand() {
    var start = at;
    at += 2;
    if (at >= text.length()) {
      return flaw(SpfReason.MACRO_OPEN, start, text.substring(start));
    }
    var letter = text.charAt(at++);
    var lower = letter < 0x80 ? Character.toLowerCase(letter) : letter;
    if (LETTERS.indexOf(lower) < 0) {
      return flaw(SpfReason.BAD_MACRO_LETTER, at - 1, String.valueOf(letter));
    }
    if (kind == Kind.DOMAIN && EXPLANATION_LETTERS.indexOf(lower) >= 0) {
      return flaw(SpfReason.EXPLANATION_LETTER, at - 1, String.valueOf(letter));
    }
    var digits = whileIn("0123456789");
    // RFC 7208, 7.3: if digits are given, the value is not zero.
    if (!digits.isEmpty() && digits.chars().allMatch(c -> c == '0')) {
      return flaw(SpfReason.MACRO_ZERO, at - digits.length(), digits);
    }
    var reverse = at < text.length() && (text.charAt(at) == 'r' || text.charAt(at) == 'R');
    at += reverse ? 1 : 0;
    var delimiters = whileIn(DELIMITERS);
    if (at >= text.length()) {
      return flaw(SpfReason.MACRO_OPEN, start, text.substring(start));
    }
    if (text.charAt(at) != '}') {
      return flaw(SpfReason.BAD_MACRO, at, String.valueOf(text.charAt(at)));
    }
    at++;
    endLiteral();
    pieces.add(new Macro.Expand(letter, digits, reverse, delimiters));
    return null;
  }

  private String whileIn(String allowed) {
    var start = at;
    while (at < text.length() && allowed.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(start, at);
  }

  /// RFC 7208, 7.1: a `domain-end` is a dot and a top label, with or without a dot behind it, or a
  /// macro.
  private @Nullable Flaw domainEnd() {
    if (text.isEmpty()) {
      return flaw(SpfReason.NO_DOMAIN, 0, "");
    }
    if (!(pieces.getLast() instanceof Macro.Literal(var last))) {
      return null;
    }
    var end = last.endsWith(".") ? last.length() - 1 : last.length();
    var dot = last.lastIndexOf('.', end - 1);
    var label = last.substring(dot + 1, Math.max(end, dot + 1));
    if (dot >= 0 && isTopLabel(label)) {
      return null;
    }
    return AddressLiteral.find(text).isPresent()
        ? flaw(SpfReason.ADDRESS_AS_NAME, 0, text)
        : flaw(SpfReason.BAD_TOP_LABEL, text.length() - last.length() + dot + 1, label);
  }

  /// Letters, digits and inner hyphens, at least one that is no digit.
  private static boolean isTopLabel(String label) {
    return !label.isEmpty()
        && label.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '-')
        && !label.startsWith("-")
        && !label.endsWith("-")
        && !Ascii.isDigits(label);
  }

  private Flaw flaw(SpfReason reason, int where, String detail) {
    return new Flaw(reason, base + where, detail);
  }
}
