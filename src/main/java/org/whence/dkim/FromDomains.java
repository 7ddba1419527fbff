package org.whence.dkim;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import org.whence.mail.HeaderField;

/// The domains of the addresses in a From field, for a comparison that decides nothing: quoted
/// strings and comments are passed over, and what follows an `@` is a domain (RFC 5322, 3.4.1).
final class FromDomains {
  private static final int MOST = 20;

  private FromDomains() {}

  /// Each once, with A-labels; what is no name is left out.
  static List<String> of(HeaderField field) {
    var raw = field.raw();
    var skipped = field.valueStart() - field.start();
    var text = new String(raw, skipped, raw.length - skipped, StandardCharsets.ISO_8859_1);
    var domains = new LinkedHashSet<String>();
    for (var at = 0; at < text.length() && domains.size() < MOST; at++) {
      switch (text.charAt(at)) {
        case '"' -> at = endOfQuoted(text, at);
        case '(' -> at = endOfComment(text, at);
        case '@' -> {
          var end = endOfDomain(text, at + 1);
          DomainText.read(text.substring(at + 1, end), 1).ifPresent(domains::add);
          at = end - 1;
        }
        default -> {}
      }
    }
    return List.copyOf(domains);
  }

  private static int endOfQuoted(String text, int from) {
    var at = from + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  private static int endOfComment(String text, int from) {
    var depth = 0;
    for (var at = from; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '\\' -> at++;
        case '(' -> depth++;
        case ')' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return at;
      }
    }
    return text.length();
  }

  private static int endOfDomain(String text, int from) {
    var at = from;
    while (at < text.length() && isDomain(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDomain(char c) {
    return Ascii.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c >= 0x80;
  }
}
