package org.whence.dmarc;

import java.util.Optional;
import org.whence.ip.Ascii;

/// Where reports are to go (RFC 9989, 4.8, `dmarc-uri`).
///
/// @param text as published, without blanks around it
/// @param wellFormed whether it is a URI of RFC 3986; a bare address is none
/// @param size the obsolete limit to a report's size behind it, where there is one
public record ReportUri(String text, boolean wellFormed, Optional<String> size) {
  private static final String OTHERS = "-._~:/?#[]@$&'()*+;=";

  static ReportUri of(String part) {
    var text = part.strip();
    var mark = text.lastIndexOf('!');
    var size = mark < 0 ? "" : text.substring(mark + 1);
    var uri = isSize(size) ? text.substring(0, mark) : text;
    return new ReportUri(text, isUri(uri), isSize(size) ? Optional.of(size) : Optional.empty());
  }

  /// Without the limit behind it.
  public String uri() {
    return size.map(limit -> text.substring(0, text.length() - limit.length() - 1)).orElse(text);
  }

  /// Whether it is a mailbox, which is what every receiver that reports can serve.
  public boolean isMailbox() {
    return wellFormed && uri().regionMatches(true, 0, "mailto:", 0, "mailto:".length());
  }

  /// The domain behind a mailbox, hostile; empty for other schemes or without one.
  public Optional<String> domain() {
    var address = uri();
    var end = address.indexOf('?');
    var mailbox = end < 0 ? address : address.substring(0, end);
    var at = mailbox.lastIndexOf('@');
    return isMailbox() && at >= 0 && at + 1 < mailbox.length()
        ? Optional.of(mailbox.substring(at + 1))
        : Optional.empty();
  }

  /// RFC 3986: a scheme, a colon, and characters that a URI may have.
  private static boolean isUri(String text) {
    var colon = text.indexOf(':');
    if (colon < 1 || !Ascii.isLetter(text.charAt(0))) {
      return false;
    }
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var allowed =
          i < colon
              ? Ascii.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0
              : c == '%' ? isEscape(text, i) : Ascii.isLetterOrDigit(c) || OTHERS.indexOf(c) >= 0;
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Ascii.isHexDigit(text.charAt(at + 1))
        && Ascii.isHexDigit(text.charAt(at + 2));
  }

  private static boolean isSize(String text) {
    var digits = 0;
    while (digits < text.length() && Ascii.isDigit(text.charAt(digits))) {
      digits++;
    }
    var rest = text.substring(digits);
    return digits > 0
        && (rest.isEmpty() || (rest.length() == 1 && "kmgtKMGT".indexOf(rest.charAt(0)) >= 0));
  }
}
