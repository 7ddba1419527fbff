package org.whence.report;

import java.nio.charset.StandardCharsets;

/// Octets as text in which white space can be seen: `·` for a blank, `→` for a tab, `␍` and `␊` for
/// CR and LF, before the line break that they make. Everything else is made visible as elsewhere.
public final class WhiteSpace {
  private WhiteSpace() {}

  /// The octets, as UTF-8 where they are valid UTF-8, else as Latin-1.
  public static String visible(byte[] octets) {
    var utf8 = new String(octets, StandardCharsets.UTF_8);
    var text = utf8.indexOf('\ufffd') < 0 ? utf8 : new String(octets, StandardCharsets.ISO_8859_1);
    var out = new StringBuilder(text.length() + text.length() / 4);
    var run = 0;
    for (var i = 0; i < text.length(); i++) {
      var shown = shown(text.charAt(i));
      if (shown != 0) {
        out.append(Visible.text(text.substring(run, i))).append(shown);
        run = i + 1;
        if (shown == '␊') {
          out.append('\n');
        }
      }
    }
    return out.append(Visible.text(text.substring(run))).toString();
  }

  private static char shown(char c) {
    return switch (c) {
      case ' ' -> '·';
      case '\t' -> '→';
      case '\r' -> '␍';
      case '\n' -> '␊';
      default -> 0;
    };
  }
}
