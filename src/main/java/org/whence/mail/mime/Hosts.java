package org.whence.mail.mime;

import java.util.Locale;
import java.util.Optional;
import org.whence.dns.ALabel;

/// The hosts that targets and texts name.
final class Hosts {
  /// How much of a shown text is looked at for a host.
  private static final int LOOKED_AT = 1000;

  private Hosts() {}

  /// The host of a target (RFC 3986, 3.2.2), in lower case, in A-labels and without user, port and
  /// brackets; of a mailto the domain of its first address. Read as browsers do, which take a
  /// backslash for a slash and drop tabs and line ends.
  static Optional<String> ofTarget(String target) {
    var plain = target.strip().replaceAll("[\\t\\r\\n]", "").replace('\\', '/');
    var colon = plain.indexOf(':');
    var scheme = colon < 0 ? "" : plain.substring(0, colon).toLowerCase(Locale.ROOT);
    if (scheme.equals("mailto")) {
      var address = until(plain.substring(colon + 1), "?,;");
      return name(address.substring(address.lastIndexOf('@') + 1));
    }
    var rest = plain.substring(scheme.isEmpty() ? 0 : colon + 1);
    var web = scheme.equals("http") || scheme.equals("https") || scheme.equals("ftp");
    if (!rest.startsWith("//") && !(web && !rest.isEmpty())) {
      return Optional.empty();
    }
    var from = 0;
    while (from < rest.length() && rest.charAt(from) == '/') {
      from++;
    }
    return name(authority(until(rest.substring(from), "/?#")));
  }

  private static String authority(String authority) {
    var host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.startsWith("[")) {
      return until(host.substring(1), "]");
    }
    return until(host, ":");
  }

  /// The first host in a text that people see: that of a URL, or a name with dots that looks like
  /// one.
  static Optional<String> shown(String text) {
    var looked = text.substring(0, Math.min(text.length(), LOOKED_AT));
    for (var word : looked.split("[\\s<>\"'()\\[\\],;|]+", -1)) {
      var url = word.indexOf("://");
      if (url > 0) {
        return ofTarget(word.substring(Math.max(0, schemeStart(word, url))));
      }
      var named = until(word.substring(word.lastIndexOf('@') + 1), "/?#:");
      if (looksLikeName(named)) {
        return name(named);
      }
    }
    return Optional.empty();
  }

  private static int schemeStart(String word, int end) {
    var start = end;
    while (start > 0 && Character.isLetter(word.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /// Letters on both sides of a dot, and at the end a label of two letters or more.
  private static boolean looksLikeName(String word) {
    var plain = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    var dot = plain.lastIndexOf('.');
    if (dot < 1 || plain.length() - dot < 3 || plain.contains("..")) {
      return false;
    }
    return plain.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-')
        && plain.substring(dot + 1).chars().allMatch(Character::isLetter)
        && !isFileEnding(plain.substring(dot + 1));
  }

  /// What is shown as `invoice.pdf` names a file, not a host.
  private static boolean isFileEnding(String label) {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "pdf",
          "doc",
          "docx",
          "xls",
          "xlsx",
          "ppt",
          "pptx",
          "txt",
          "html",
          "htm",
          "jpg",
          "jpeg",
          "png",
          "gif",
          "exe",
          "csv",
          "xml",
          "eml",
          "msg",
          "rtf" ->
          true;
      default -> false;
    };
  }

  private static Optional<String> name(String host) {
    var lower = host.strip().toLowerCase(Locale.ROOT);
    // As browsers do (RFC 5895), so that one host is one whichever way it is written.
    var ascii = ALabel.domain(lower);
    var plain = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
  }

  /// Whether two hosts are one, or one is the other's with a label more in front, such as `www`.
  static boolean isSame(String one, String other) {
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  private static String until(String text, String ends) {
    for (int i = 0; i < text.length(); i++) {
      if (ends.indexOf(text.charAt(i)) >= 0) {
        return text.substring(0, i);
      }
    }
    return text;
  }
}
