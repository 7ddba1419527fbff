package org.whence.report;

import java.util.List;

/// Puts values into a text of `messages.properties`: `{0}` is the first; a part in `[ ]` is left
/// out where one of its values is absent. Values are put in as they are and never read as a
/// template.
final class Template {
  private final String text;
  private final List<String> values;

  Template(String text, List<String> values) {
    this.text = text;
    this.values = values;
  }

  String filled() {
    var filled = new StringBuilder(text.length() + 32);
    var at = 0;
    while (at < text.length()) {
      var open = text.indexOf('[', at);
      var close = open < 0 ? -1 : text.indexOf(']', open);
      if (close < 0) {
        fill(text.substring(at), filled);
        break;
      }
      fill(text.substring(at, open), filled);
      var part = new StringBuilder();
      if (fill(text.substring(open + 1, close), part)) {
        filled.append(part);
      }
      at = close + 1;
    }
    return filled.toString();
  }

  /// Whether every value was there; an absent one is left empty.
  private boolean fill(String part, StringBuilder filled) {
    var complete = true;
    for (var at = 0; at < part.length(); at++) {
      if (part.charAt(at) == '{' && at + 2 < part.length() && part.charAt(at + 2) == '}') {
        var index = part.charAt(at + 1) - '0';
        if (index >= 0 && index < values.size()) {
          filled.append(values.get(index));
        } else {
          complete = false;
        }
        at += 2;
      } else {
        filled.append(part.charAt(at));
      }
    }
    return complete;
  }
}
