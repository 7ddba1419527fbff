package org.whence.dns;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;

/// Writes a line of JSON: an object whose members are texts, numbers, and lists of both.
///
/// By hand, because a recording has a line for each question: setting up a general writer and
/// tearing it down costs more than these few texts do. Every text is looked at; what must be
/// escaped is left to the library.
final class LineWriter {
  /// As long as most lines are.
  private static final int LENGTH = 768;

  private final StringBuilder json = new StringBuilder(LENGTH).append('{');

  /// A member that is a text.
  void text(String member, String value) {
    member(member);
    quoted(value);
  }

  /// A member that is a number.
  void number(String member, long value) {
    member(member);
    json.append(value);
  }

  /// A member that is a list of texts; none at all where there are none.
  void texts(String member, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    begin(member);
    for (var value : values) {
      comma();
      quoted(value);
    }
    end();
  }

  /// Begins a member that is a list.
  void begin(String member) {
    member(member);
    json.append('[');
  }

  /// Ends the list.
  void end() {
    json.append(']');
  }

  /// Begins a member that is an object.
  void beginObject(String member) {
    member(member);
    json.append('{');
  }

  /// Begins an object in a list.
  void beginObject() {
    comma();
    json.append('{');
  }

  /// Ends it.
  void endObject() {
    json.append('}');
  }

  /// The line with its end, in UTF-8.
  byte[] line() {
    return json.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void member(String name) {
    comma();
    json.append('"').append(name).append("\":");
  }

  /// Between this and what stands before it.
  private void comma() {
    var last = json.charAt(json.length() - 1);
    if (last != '{' && last != '[') {
      json.append(',');
    }
  }

  private void quoted(String value) {
    json.append('"');
    if (isPlain(value)) {
      json.append(value);
    } else {
      JsonStringEncoder.getInstance().quoteAsString(value, json);
    }
    json.append('"');
  }

  private static boolean isPlain(String value) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
