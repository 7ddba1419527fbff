package org.whence.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;

/// Writes a line of JSON in UTF-8: an object whose members are texts, numbers, and lists of both.
///
/// By hand, because a recording has a line for each question: setting up a general writer and
/// tearing it down costs more than these few texts do, and so does making them strings first. Every
/// text is looked at; what must be escaped is left to the library.
final class LineWriter {
  /// As long as most lines are.
  private static final int LENGTH = 512;

  private byte[] line = new byte[LENGTH];
  private int length;

  LineWriter() {
    put('{');
  }

  /// A member that is a text.
  void text(String member, String value) {
    member(member);
    put('"');
    quoted(value);
    put('"');
  }

  /// A member that is a text of printable ASCII without quotes and backslashes, in octets.
  void text(String member, byte[] plain) {
    member(member);
    put('"');
    put(plain);
    put('"');
  }

  /// A member that is a number.
  void number(String member, long value) {
    member(member);
    plain(Long.toString(value));
  }

  /// A member that is a list of texts; none at all where there are none.
  void texts(String member, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    begin(member);
    for (var value : values) {
      item(value);
    }
    end();
  }

  /// Begins a member that is a list.
  void begin(String member) {
    member(member);
    put('[');
  }

  /// A text in a list, given in parts.
  void item(String... parts) {
    comma();
    put('"');
    for (var part : parts) {
      quoted(part);
    }
    put('"');
  }

  /// Ends the list.
  void end() {
    put(']');
  }

  /// Begins a member that is an object.
  void beginObject(String member) {
    member(member);
    put('{');
  }

  /// Begins an object in a list.
  void beginObject() {
    comma();
    put('{');
  }

  /// Ends it.
  void endObject() {
    put('}');
  }

  /// Ends the line, and writes it.
  void writeTo(ByteArrayOutputStream out) {
    put('}');
    put('\n');
    out.write(line, 0, length);
  }

  private void member(String name) {
    comma();
    put('"');
    plain(name);
    put('"');
    put(':');
  }

  /// Between this and what stands before it.
  private void comma() {
    var last = line[length - 1];
    if (last != '{' && last != '[') {
      put(',');
    }
  }

  private void quoted(String value) {
    if (!plain(value)) {
      var escaped = new StringBuilder(value.length() + 16);
      JsonStringEncoder.getInstance().quoteAsString(value, escaped);
      put(escaped.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Writes a text that stands in JSON as it is.
  ///
  /// @return false for any other, of which nothing is written
  private boolean plain(String value) {
    var count = value.length();
    makeRoom(count);
    for (var i = 0; i < count; i++) {
      var c = value.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
      line[length + i] = (byte) c;
    }
    length += count;
    return true;
  }

  private void put(byte[] octets) {
    makeRoom(octets.length);
    System.arraycopy(octets, 0, line, length, octets.length);
    length += octets.length;
  }

  private void put(char ascii) {
    makeRoom(1);
    line[length++] = (byte) ascii;
  }

  private void makeRoom(int octets) {
    if (length + octets > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + octets));
    }
  }
}
