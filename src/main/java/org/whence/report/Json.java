package org.whence.report;

import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.JsonRecyclerPools;

/// How JSON is written here: one line, ASCII alone, with all else and DEL as escapes. So it is safe
/// on a terminal, and a value with hidden characters shows them in every viewer.
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .characterEscapes(new Escapes())
          .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
          .build();

  private static final JsonFactory CANONICAL =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build();

  private Json() {}

  private static final class Escapes extends CharacterEscapes {
    private static final int DEL = 0x7f;

    private final int[] codes = standardAsciiEscapesForJSON();

    Escapes() {
      codes[DEL] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int ch) {
      throw new IllegalStateException("no sequence of our own");
    }
  }

  /// A writer of JSON, which leaves the stream open when it is closed.
  public static JsonGenerator to(OutputStream out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /// The same, with text redacted.
  static JsonGenerator to(OutputStream out, Optional<Redaction> redaction) {
    var json = to(out);
    return redaction.<JsonGenerator>map(by -> new RedactedJson(json, by)).orElse(json);
  }

  /// A writer whose text is escaped as canonical JSON wants it (RFC 8785, 3.2.2.2), for digests.
  static JsonGenerator canonical(OutputStream out) {
    return CANONICAL.createGenerator(ObjectWriteContext.empty(), out);
  }

  /// Text; lone surrogates, which UTF-8 cannot carry, become U+FFFD.
  public static void text(String name, String value, JsonGenerator json) {
    json.writeStringProperty(name, wellFormed(value));
  }

  static void text(String name, Optional<String> value, JsonGenerator json) {
    if (value.isPresent()) {
      text(name, value.get(), json);
    }
  }

  static void texts(String name, List<String> values, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (var value : values) {
      json.writeString(wellFormed(value));
    }
    json.writeEndArray();
  }

  /// RFC 3339 in UTC, in milliseconds.
  static void time(String name, Instant value, JsonGenerator json) {
    json.writeStringProperty(name, value.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private static String wellFormed(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    var whole = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
