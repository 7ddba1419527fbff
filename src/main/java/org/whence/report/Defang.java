package org.whence.report;

import java.util.Locale;

/// Writes addresses, names and URLs so that no program makes a link of them: `192[.]0[.]2[.]1`,
/// `2001[:]db8[:][:]1`, `mail[.]example[.]org`, `hxxps[:]//example[.]org`. The input of Whence
/// reads this form back.
public final class Defang {
  private static final int GROUPS = 8;
  private static final String IPV6 = "IPv6:";

  private Defang() {}

  /// An address or a domain name by itself.
  public static String name(String name) {
    return name.indexOf(':') >= 0
        ? name.replace(":", "[:]").replace(".", "[.]")
        : name.replace(".", "[.]");
  }

  /// Running text: every name, address and URL in it. A dot counts between two characters that may
  /// stand in a name; a colon in what can only be an IPv6 address, so times stay as they are.
  public static String text(String text) {
    var out = new StringBuilder(text.length() + 16);
    var at = 0;
    while (at < text.length()) {
      if (inWord(text.charAt(at))) {
        var end = at + 1;
        while (end < text.length() && inWord(text.charAt(end))) {
          end++;
        }
        word(text.substring(at, end), text.startsWith("//", end), out);
        at = end;
      } else {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }

  private static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == ':' || c == '-' || c == '_' || c > '~';
  }

  private static void word(String word, boolean beforeSlashes, StringBuilder out) {
    if (beforeSlashes && word.endsWith(":")) {
      out.append(scheme(word.substring(0, word.length() - 1))).append("[:]");
      return;
    }
    // RFC 5321, 4.1.3: an IPv6 literal carries its kind before it.
    var from = word.regionMatches(true, 0, IPV6, 0, IPV6.length()) ? IPV6.length() : 0;
    var address = isIpv6(word.substring(from));
    out.append(word, 0, from);
    for (var i = from; i < word.length(); i++) {
      var c = word.charAt(i);
      var inner = i > 0 && i < word.length() - 1;
      if (c == '.' && inner) {
        out.append("[.]");
      } else if (c == ':' && address) {
        out.append("[:]");
      } else {
        out.append(c);
      }
    }
  }

  private static String scheme(String scheme) {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> "hxxp";
      case "https" -> "hxxps";
      case "ftp" -> "fxp";
      default -> scheme;
    };
  }

  private static boolean isIpv6(String word) {
    var colons = 0;
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      if (c == ':') {
        colons++;
      } else if (Character.digit(c, 16) < 0 && c != '.') {
        return false;
      }
    }
    return colons == GROUPS - 1 || (colons >= 2 && word.contains("::"));
  }
}
