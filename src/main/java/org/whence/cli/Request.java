package org.whence.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request of a batch: its fields, read with the types that they must have.
final class Request {
  private final Map<String, @Nullable Object> fields;

  Request(Map<String, @Nullable Object> fields) {
    this.fields = fields;
  }

  /// A request that cannot be carried out, and why.
  static final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
      super(message);
    }
  }

  boolean hasId() {
    return fields.containsKey("id");
  }

  @Nullable Object id() {
    return fields.get("id");
  }

  /// A text that the check needs.
  String text(String name) throws BadRequest {
    return optional(name)
        .orElseThrow(() -> new BadRequest("\"" + name + "\" is missing; give it as a string"));
  }

  /// A text that may be there.
  Optional<String> optional(String name) throws BadRequest {
    return switch (fields.get(name)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      default -> throw new BadRequest("\"" + name + "\" is not a string");
    };
  }

  /// A text that may be there, or a whole number in its place.
  Optional<String> word(String name) throws BadRequest {
    return fields.get(name) instanceof java.math.BigInteger number
        ? Optional.of(number.toString())
        : optional(name);
  }

  /// A whole number that may be there.
  Optional<Integer> number(String name, int least, int most) throws BadRequest {
    return switch (fields.get(name)) {
      case null -> Optional.empty();
      case java.math.BigInteger number
          when number.bitLength() < 31 && number.intValue() >= least && number.intValue() <= most ->
          Optional.of(number.intValue());
      default ->
          throw new BadRequest(
              "\"" + name + "\" is not a whole number from " + least + " to " + most);
    };
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  /// A list of objects that may be there; an object alone is a list of one.
  @SuppressWarnings("unchecked") // names of a JSON object are strings
  List<Map<String, @Nullable Object>> objects(String name) throws BadRequest {
    var value = fields.get(name);
    var list = value == null ? List.of() : value instanceof List<?> many ? many : List.of(value);
    for (var element : list) {
      if (!(element instanceof Map)) {
        throw new BadRequest("\"" + name + "\" is not made of objects");
      }
    }
    return list.stream().map(element -> (Map<String, @Nullable Object>) element).toList();
  }

  /// A list of texts that may be there; a text alone is a list of one.
  List<String> texts(String name) throws BadRequest {
    var value = fields.get(name);
    if (value == null) {
      return List.of();
    }
    var list = value instanceof List<?> many ? many : List.of(value);
    for (var element : list) {
      if (!(element instanceof String)) {
        throw new BadRequest("\"" + name + "\" is not a list of strings");
      }
    }
    return list.stream().map(String.class::cast).toList();
  }
}
