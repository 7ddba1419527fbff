package org.whence.spf;

import java.util.Optional;
import org.whence.chain.Value;
import org.whence.dns.Names;
import org.whence.ip.Ascii;
import org.xbill.DNS.Name;

/// Domain names in the presentation form of SPF: labels between dots, nothing escaped (RFC 7208,
/// 4.8), octets beyond ASCII in UTF-8.
final class TargetName {
  /// The longest name in that form (RFC 7208, 7.3).
  static final int LONGEST = 253;

  private static final int LONGEST_LABEL = 63;

  private TargetName() {}

  /// The name, absolute; empty where this is none.
  static Optional<Name> of(String text) {
    return Names.labels(text);
  }

  /// The text without labels on the left until it fits a name (RFC 7208, 7.3); without the root dot
  /// where one was written.
  static String cut(String text) {
    var name = withoutDot(text);
    var from = 0;
    while (name.length() - from > LONGEST) {
      var dot = name.indexOf('.', from);
      if (dot < 0) {
        break;
      }
      from = dot + 1;
    }
    return name.substring(from);
  }

  /// Whether a name has more than one label (RFC 7208, 4.3).
  static boolean isMultiLabel(Name name) {
    // The root is a label to dnsjava.
    return name.labels() > 2;
  }

  /// The text as a value: a domain name, or the text itself where it is none.
  static Value value(String text) {
    return isPlain(text)
        ? Value.domain(withoutDot(text))
        : of(text).<Value>map(name -> Value.domain(Names.text(name))).orElse(Value.of(text));
  }

  /// Whether it is a name whose text is itself: nothing in it is escaped.
  private static boolean isPlain(String text) {
    var label = 0;
    var end = text.endsWith(".") ? text.length() - 1 : text.length();
    for (var i = 0; i < end; i++) {
      var c = text.charAt(i);
      if (c == '.' ? label == 0 : label == LONGEST_LABEL || !isPlain(c)) {
        return false;
      }
      label = c == '.' ? 0 : label + 1;
    }
    return label > 0 && end <= LONGEST;
  }

  private static boolean isPlain(char c) {
    return Ascii.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static String withoutDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
