package org.whence.dkim;

/// dkim-quoted-printable (RFC 6376, 2.11), a character an octet.
final class QuotedPrintable {
  private QuotedPrintable() {}

  /// Decodes; white space means nothing, and an `=` that begins no octet stands for itself.
  static String decode(String encoded) {
    var text = WhiteSpace.withoutSpace(encoded);
    if (text.indexOf('=') < 0) {
      return text;
    }
    var decoded = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '=' && i + 2 < text.length() && digit(text, i + 1) >= 0 && digit(text, i + 2) >= 0) {
        decoded.append((char) (16 * digit(text, i + 1) + digit(text, i + 2)));
        i += 2;
      } else {
        decoded.append(c);
      }
    }
    return decoded.toString();
  }

  private static int digit(String text, int at) {
    var c = text.charAt(at);
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
