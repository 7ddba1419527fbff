package org.whence.receiver;

import java.util.ArrayList;
import java.util.List;
import org.whence.dns.ALabel;

/// Header fields as we write them: values quoted where they need it (RFC 8601, 2.2; RFC 2045, 5.1),
/// folded, and safe whatever stands in them: nothing that comes from a message or from DNS may end
/// a line or a quoted string.
final class FieldText {
  /// How long a line should be (RFC 5322, 2.1.1).
  private static final int LINE = 78;

  /// The longest value: a path has 256 octets (RFC 5321, 4.5.3.1.3), and a line, which is not
  /// folded within a value, 998 (RFC 5322, 2.1.1), each of them perhaps with a backslash before it.
  static final int MAX_VALUE = 400;

  private static final String SPECIALS = "()<>@,;:\\\"/[]?=";

  private final String name;
  private final List<String> parts = new ArrayList<>();

  /// @param name the field's name
  /// @param first what stands behind it
  FieldText(String name, String first) {
    this.name = name;
    parts.add(first);
  }

  /// Adds a part that begins a line of its own.
  FieldText add(String part) {
    parts.add(part);
    return this;
  }

  /// The field: its parts with a mark between them, each on its own line, and longer ones folded at
  /// blanks outside quotes; with the last line end.
  ///
  /// @param mark `;` or nothing
  String text(String mark) {
    var text = new StringBuilder(name).append(':');
    for (var i = 0; i < parts.size(); i++) {
      var part = parts.get(i) + (i + 1 < parts.size() ? mark : "");
      text.append(i == 0 ? " " : "\r\n\t").append(folded(part, i == 0 ? name.length() + 2 : 1));
    }
    return text.append("\r\n").toString();
  }

  private static String folded(String part, int indent) {
    var folded = new StringBuilder();
    var column = indent;
    for (var word : words(part)) {
      if (column + word.length() > LINE && !folded.isEmpty()) {
        folded.append("\r\n\t");
        column = 1;
      } else if (!folded.isEmpty()) {
        folded.append(' ');
        column++;
      }
      folded.append(word);
      column += word.length();
    }
    return folded.toString();
  }

  /// The words between blanks; a quoted string is part of one word.
  private static List<String> words(String part) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < part.length(); i++) {
      var c = part.charAt(i);
      if (c == '\\' && quoted && i + 1 < part.length()) {
        word.append(c).append(part.charAt(++i));
      } else if (c == ' ' && !quoted) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        quoted ^= c == '"';
        word.append(c);
      }
    }
    words.add(word.toString());
    return words;
  }

  /// A value: as it is where it is a token, quoted otherwise. What is no printable ASCII becomes a
  /// question mark.
  static String value(String raw) {
    return isToken(raw) && raw.length() <= MAX_VALUE ? raw : quoted(raw);
  }

  /// An address or a domain as a value: as it is where it needs no quotes (RFC 8601, 2.2,
  /// `pvalue`), with A-labels for what is no ASCII.
  static String address(String path) {
    var domain = path.lastIndexOf('@') + 1;
    var raw = path.substring(0, domain) + ALabel.domain(path.substring(domain));
    var at = raw.indexOf('@');
    var plain =
        at < 0
            ? isToken(raw)
            : (at == 0 || isToken(raw.substring(0, at))) && isToken(raw.substring(at + 1));
    return plain && raw.length() <= MAX_VALUE ? raw : quoted(raw);
  }

  static String quoted(String raw) {
    var quoted = new StringBuilder("\"");
    for (var c : shortened(raw).toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.append('"').toString();
  }

  /// A comment with its parentheses.
  static String comment(String raw) {
    var comment = new StringBuilder("(");
    for (var c : shortened(raw).toCharArray()) {
      if (c == '(' || c == ')' || c == '\\') {
        comment.append('\\');
      }
      comment.append(c);
    }
    return comment.append(')').toString();
  }

  private static String shortened(String raw) {
    var end = Math.min(raw.length(), MAX_VALUE);
    return SmtpText.printable(raw.substring(0, end)) + (end < raw.length() ? "..." : "");
  }

  private static boolean isToken(String raw) {
    return !raw.isEmpty()
        && raw.chars().allMatch(c -> c > ' ' && c <= '~' && SPECIALS.indexOf(c) < 0);
  }
}
