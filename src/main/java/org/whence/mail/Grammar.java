package org.whence.mail;

import java.util.function.IntPredicate;
import org.whence.ip.Ascii;

/// Words of the RFCs' grammars.
final class Grammar {
  private static final String TSPECIALS = "()<>@,;:\\\"/[]?=";
  private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~";

  private Grammar() {}

  /// RFC 5321, 4.1.2: letters, digits and inner hyphens.
  static boolean isKeyword(String text) {
    return !text.isEmpty()
        && text.charAt(text.length() - 1) != '-'
        && isOf(text, c -> Ascii.isLetterOrDigit(c) || c == '-');
  }

  /// RFC 2045, 5.1: printable ASCII without blanks and separators.
  static boolean isToken(String text) {
    return !text.isEmpty() && isOf(text, c -> c > ' ' && c < 0x7F && TSPECIALS.indexOf(c) < 0);
  }

  /// RFC 5322, 3.2.3: atoms with dots between, with letters of Unicode (RFC 6532, 3.2).
  static boolean isDotAtom(String text) {
    return isDotted(text, c -> Ascii.isLetterOrDigit(c) || c > 0x7F || ATEXT.indexOf(c) >= 0);
  }

  /// RFC 6376, 3.5: labels with dots between, U-labels too (RFC 8616, 3); one label is no domain
  /// name there, but is in use.
  static boolean isDomainName(String text) {
    return isDotted(text, c -> Ascii.isLetterOrDigit(c) || c > 0x7F || c == '-');
  }

  /// Whether all characters are such; a stream of them would cost more than they do.
  static boolean isOf(String text, IntPredicate character) {
    for (int i = 0; i < text.length(); i++) {
      if (!character.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDotted(String text, IntPredicate character) {
    var start = true;
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '.' ? start : !character.test(c)) {
        return false;
      }
      start = c == '.';
    }
    return !start;
  }
}
