package org.whence.receiver;

import java.util.Map;

/// Texts for protocols that are lines: nothing that comes from a client or from DNS may end one.
final class SmtpText {
  /// The longest reply line, without its end (RFC 5321, 4.5.3.1.5).
  static final int LONGEST_REPLY = 510;

  private SmtpText() {}

  /// A template with what is known filled in, as one line of printable ASCII.
  static String reply(String template, Map<String, String> known) {
    var text = new StringBuilder();
    var at = 0;
    while (at < template.length()) {
      var open = template.indexOf('{', at);
      var close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        text.append(template, at, template.length());
        break;
      }
      var value = known.get(template.substring(open + 1, close));
      text.append(template, at, open)
          .append(value == null ? template.substring(open, close + 1) : value);
      at = close + 1;
    }
    var clean = printable(text.toString());
    return clean.length() > LONGEST_REPLY ? clean.substring(0, LONGEST_REPLY) : clean;
  }

  /// The text with a question mark for everything that is not printable ASCII, line ends among it.
  static String printable(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.append(c >= ' ' && c <= '~' ? (char) c : '?'));
    return clean.toString();
  }
}
