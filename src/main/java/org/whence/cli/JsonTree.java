package org.whence.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// A JSON value as maps, lists, strings, numbers, booleans and null.
final class JsonTree {
  /// Reads with Jackson's limits, but strings as long as a line may be: a message is one string.
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(BatchLines.MAX_LINE).build())
          .build();

  private JsonTree() {}

  /// Reads one JSON object, and nothing behind it.
  ///
  /// @throws JacksonException where this is none
  static Map<String, @Nullable Object> object(byte[] octets) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), octets)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object");
      }
      var object = readObject(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("something stands behind the JSON object");
      }
      return object;
    }
  }

  private static Map<String, @Nullable Object> readObject(JsonParser parser) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      object.put(name, read(parser));
    }
    return object;
  }

  private static @Nullable Object read(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(read(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? parser.getBigIntegerValue()
              : BigInteger.valueOf(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getString();
    };
  }

  /// Writes a value as it was read.
  static void write(@Nullable Object value, JsonGenerator json) {
    switch (value) {
      case null -> json.writeNull();
      case Map<?, ?> object -> {
        json.writeStartObject();
        object.forEach((name, member) -> {
          json.writeName(String.valueOf(name));
          write(member, json);
        });
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(element -> write(element, json));
        json.writeEndArray();
      }
      case BigInteger number when number.bitLength() < Long.SIZE ->
          json.writeNumber(number.longValue());
      case BigInteger number -> json.writeNumber(number);
      case java.math.BigDecimal number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(String.valueOf(value));
    }
  }
}
