package org.whence.spf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.whence.ip.Ascii;

/// What upper-case macros do to their result (RFC 7208, 7.3).
final class UrlEscape {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private UrlEscape() {}

  /// The text in UTF-8, with every octet outside RFC 3986's `unreserved` set as `%XX`.
  static String of(String text) {
    var escaped = new StringBuilder();
    for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(octet)) {
        escaped.append((char) octet);
      } else {
        escaped.append('%').append(HEX.toHexDigits(octet));
      }
    }
    return escaped.toString();
  }

  private static boolean isUnreserved(byte c) {
    return Ascii.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
  }
}
