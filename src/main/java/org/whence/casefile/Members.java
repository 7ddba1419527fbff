package org.whence.casefile;

import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The members of a JSON object out of a case. A member that is not there is absent; one of another
/// kind than expected is damage.
final class Members {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final Map<String, Object> values;

  private Members(Map<String, Object> values) {
    this.values = values;
  }

  /// Reads one object.
  ///
  /// @throws IOException where this is none, in a few words
  static Members read(byte[] octets) throws IOException {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), octets)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("is no JSON object");
      }
      var members = object(parser);
      if (parser.nextToken() != null) {
        throw new IOException("has something behind its JSON object");
      }
      return members;
    } catch (JacksonException e) {
      throw new IOException("is no JSON", e);
    }
  }

  private static Members object(JsonParser parser) {
    var object = new LinkedHashMap<String, Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return new Members(object);
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        var list = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> String.valueOf(parser.getString());
    };
  }

  private <T> Optional<T> of(Class<T> kind, String name) throws IOException {
    var value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!kind.isInstance(value)) {
      throw new IOException("has a \"" + name + "\" of another kind");
    }
    return Optional.of(kind.cast(value));
  }

  Optional<String> text(String name) throws IOException {
    return of(String.class, name);
  }

  boolean truth(String name) throws IOException {
    return of(Boolean.class, name).orElse(false);
  }

  /// A number that is not negative.
  Optional<Long> number(String name) throws IOException {
    var found = of(BigInteger.class, name);
    if (found.isPresent() && (found.get().signum() < 0 || found.get().bitLength() >= Long.SIZE)) {
      throw new IOException("has a \"" + name + "\" that cannot be");
    }
    return found.map(BigInteger::longValue);
  }

  Optional<Instant> time(String name) throws IOException {
    var text = text(name);
    try {
      return text.map(Instant::parse);
    } catch (DateTimeException e) {
      throw new IOException("has a \"" + name + "\" that is no time", e);
    }
  }

  Optional<Members> object(String name) throws IOException {
    return of(Members.class, name);
  }

  List<String> texts(String name) throws IOException {
    return list(String.class, name);
  }

  List<Members> objects(String name) throws IOException {
    return list(Members.class, name);
  }

  List<Integer> numbers(String name) throws IOException {
    return list(BigInteger.class, name).stream().map(BigInteger::intValue).toList();
  }

  private <T> List<T> list(Class<T> kind, String name) throws IOException {
    var found = new ArrayList<T>();
    for (var element : of(List.class, name).orElse(List.of())) {
      if (!kind.isInstance(element)) {
        throw new IOException("has a \"" + name + "\" with something of another kind in it");
      }
      found.add(kind.cast(element));
    }
    return found;
  }
}
