package org.whence.casefile;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Writes the JSON of a case: ASCII alone, so that every viewer shows it, and nothing in it acts.
final class JsonOctets {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonOctets() {}

  /// Writes members of an object.
  interface Members {
    void write(JsonGenerator json) throws JacksonException;
  }

  /// An object, and the end of a line.
  static byte[] of(Members members) {
    var out = new ByteArrayOutputStream();
    try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }

  /// A text; what is no character, such as half a pair, becomes U+FFFD.
  static void text(String name, String value, JsonGenerator json) {
    json.writeStringProperty(name, wellFormed(value));
  }

  static void texts(String name, Collection<String> values, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> json.writeString(wellFormed(value)));
    json.writeEndArray();
  }

  private static String wellFormed(String text) {
    if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
      return text;
    }
    var whole = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
