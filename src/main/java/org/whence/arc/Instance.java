package org.whence.arc;

import java.util.Optional;
import org.whence.ip.Ascii;
import org.whence.mail.HeaderField;

/// Instance tags (RFC 8617, 4.2.1).
final class Instance {
  private static final int LONGEST = 9;

  private Instance() {}

  /// A number from 1 on; whether a chain may be that long is asked elsewhere.
  static Optional<Integer> read(String value) {
    var isNumber = value.length() <= LONGEST && Ascii.isDigits(value);
    return isNumber ? Optional.of(Integer.parseInt(value)).filter(i -> i > 0) : Optional.empty();
  }

  /// The instance of an ARC-Authentication-Results: it stands first, and a semicolon behind it (RFC
  /// 8617, 4.1.1).
  static Optional<Integer> ofResults(HeaderField field) {
    var value = withoutComments(field.value());
    var semicolon = value.indexOf(';');
    var equals = value.indexOf('=');
    return equals > 0 && semicolon > equals && value.substring(0, equals).strip().equals("i")
        ? read(value.substring(equals + 1, semicolon).strip())
        : Optional.empty();
  }

  /// The value without its comments (CFWS), as far as the first semicolon outside of them.
  private static String withoutComments(String value) {
    var kept = new StringBuilder();
    var depth = 0;
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == '\\' && depth > 0) {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (depth == 0) {
        kept.append(c);
        if (c == ';') {
          break;
        }
      }
    }
    return kept.toString();
  }
}
