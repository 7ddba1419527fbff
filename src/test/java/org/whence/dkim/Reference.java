package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Canonical forms the plain way, a line after the other, straight from RFC 6376, 3.4: what the
/// fast way is held against. A character an octet.
public final class Reference {
  private Reference() {}

  public static byte[] body(Canonicalization how, byte[] body) {
    var text = new String(body, ISO_8859_1).replaceAll("(?<!\r)\n", "\r\n");
    if (!text.isEmpty() && !text.endsWith("\r\n")) {
      text += "\r\n";
    }
    var lines = text.isEmpty() ? new String[0] : text.split("\r\n", -1);
    var canonical =
        Arrays.stream(lines)
            .limit(Math.max(lines.length - 1, 0))
            .map(line -> how == Canonicalization.RELAXED ? relaxed(line) : line)
            .toList();
    var end = canonical.size();
    while (end > 0 && canonical.get(end - 1).isEmpty()) {
      end--;
    }
    var kept = canonical.subList(0, end).stream().map(line -> line + "\r\n");
    var joined = kept.collect(Collectors.joining());
    return (joined.isEmpty() && how == Canonicalization.SIMPLE ? "\r\n" : joined)
        .getBytes(ISO_8859_1);
  }

  private static String relaxed(String line) {
    return line.replaceAll("[ \t]+", " ").replaceAll(" \\z", "");
  }

  /// The canonical form of a field.
  ///
  /// @param field with its folds, without its last line end
  public static String header(Canonicalization how, String field) {
    if (how == Canonicalization.SIMPLE) {
      return field.replaceAll("(?<!\r)\n", "\r\n");
    }
    var colon = field.indexOf(':');
    var value = field.substring(colon + 1).replaceAll("[\r\n]", "").replaceAll("[ \t]+", " ");
    return field.substring(0, colon).strip().toLowerCase(Locale.ROOT)
        + ":"
        + value.replaceAll("\\A | \\z", "");
  }
}
