package org.whence.report;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/// Puts values into a text of `messages.properties`.
///
/// `{0}` is the first value; `{0|line|lines}` the first word where that value is 1, else the
/// second; `{0~}` seconds as a span of time; `{0@failure}` the words for `failure.` and that value.
/// A part in `[ ]` is left out where one of its values is absent or empty. Values are put in as
/// they are and never read as a template.
final class Template {
  private final String text;
  private final List<String> values;
  private final UnaryOperator<String> words;

  /// @param words the words for a key, or the key itself where there are none
  Template(String text, List<String> values, UnaryOperator<String> words) {
    this.text = text;
    this.values = values;
    this.words = words;
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

  /// Whether every value was there and told something.
  private boolean fill(String part, StringBuilder filled) {
    var complete = true;
    var at = 0;
    while (at < part.length()) {
      var close = part.charAt(at) == '{' ? part.indexOf('}', at) : -1;
      if (close < 0) {
        filled.append(part.charAt(at++));
      } else {
        complete &= value(part.substring(at + 1, close), filled);
        at = close + 1;
      }
    }
    return complete;
  }

  /// @param place what stands between the braces
  private boolean value(String place, StringBuilder filled) {
    var index = place.charAt(0) - '0';
    if (index < 0 || index >= values.size()) {
      return false;
    }
    var value = values.get(index);
    var how = place.substring(1);
    if (how.isEmpty()) {
      filled.append(value);
    } else if (how.equals("~")) {
      filled.append(HopWords.span(Duration.ofSeconds(Long.parseLong(value))));
    } else if (how.charAt(0) == '@') {
      var key = how.substring(1) + "." + value;
      var known = words.apply(key);
      filled.append(known.equals(key) ? value : known);
    } else {
      var second = how.indexOf('|', 1);
      filled.append("1".equals(value) ? how.substring(1, second) : how.substring(second + 1));
    }
    return !value.isEmpty();
  }
}
