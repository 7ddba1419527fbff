package org.whence.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON into maps, lists, strings, numbers and booleans.
final class JsonValues {
  private JsonValues() {}

  /// The one value of a text; fails where anything stands behind it.
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String json) {
    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      var value = value(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("more than one value");
      }
      return (Map<String, Object>) value;
    }
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          var name = parser.currentName();
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> throw new IllegalArgumentException("absent is absent, never null");
      default -> parser.getString();
    };
  }

  /// The members of a value that is an object.
  @SuppressWarnings("unchecked")
  static Map<String, Object> members(Object object) {
    return (Map<String, Object>) object;
  }

  /// The value at names and indexes.
  static Object at(Object value, Object... path) {
    @Nullable Object here = value;
    for (var step : path) {
      here = here instanceof Map<?, ?> map ? map.get(step) : ((List<?>) here).get((Integer) step);
      if (here == null) {
        throw new IllegalArgumentException("there is no " + step);
      }
    }
    return here;
  }

  /// Every string in a value.
  static Stream<String> strings(Object value) {
    return switch (value) {
      case String text -> Stream.of(text);
      case Map<?, ?> map -> map.values().stream().flatMap(JsonValues::strings);
      case List<?> list -> list.stream().flatMap(JsonValues::strings);
      default -> Stream.empty();
    };
  }
}
