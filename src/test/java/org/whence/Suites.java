package org.whence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Conformance data of other projects, read where it lies: in the folder that the system property
/// `whence.suites` names, or beside the repository. A test that needs a file which is not there is
/// skipped.
public final class Suites {
  private static final JsonFactory JSON = new JsonFactory();

  /// One case: an object of JSON with its names in order.
  public record Case(Map<String, Object> fields) {
    /// The `id` of the case.
    public String id() {
      return text("id").orElseThrow();
    }

    /// The text of that name.
    public Optional<String> text(String name) {
      return Optional.ofNullable(fields.get(name)).map(String.class::cast);
    }

    /// The object of that name; empty where there is none.
    public Case in(String name) {
      return new Case(asMap(fields.getOrDefault(name, Map.of())));
    }

    /// The list of that name; empty where there is none.
    public List<Object> list(String name) {
      return asList(fields.getOrDefault(name, List.of()));
    }

    /// The whole number of that name.
    public Optional<Integer> number(String name) {
      return Optional.ofNullable(fields.get(name)).map(value -> ((Number) value).intValue());
    }

    /// Whether there is anything of that name.
    public boolean has(String name) {
      return fields.containsKey(name);
    }
  }

  private Suites() {}

  /// The path of a file such as `received/stalwart.json`; skips the test where it is absent.
  public static Path file(String name) {
    var path = Path.of(System.getProperty("whence.suites", "../shared/suites")).resolve(name);
    assumeTrue(Files.exists(path), () -> "no conformance data at " + path);
    return path;
  }

  /// The whole file as a tree of `Map`, `List`, `String`, `Number` and `Boolean`.
  public static Map<String, Object> read(String name) {
    try (var parser =
        JSON.createParser(ObjectReadContext.empty(), Files.readAllBytes(file(name)))) {
      parser.nextToken();
      return asMap(value(parser));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The entries of `cases` in a file.
  public static List<Case> cases(String name) {
    return asList(read(name).getOrDefault("cases", List.of())).stream()
        .map(entry -> new Case(asMap(entry)))
        .toList();
  }

  /// A value that is an object.
  @SuppressWarnings("unchecked")
  public static Map<String, Object> asMap(Object value) {
    return (Map<String, Object>) value;
  }

  /// A value that is a list.
  @SuppressWarnings("unchecked")
  public static List<Object> asList(Object value) {
    return (List<Object>) value;
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new IllegalStateException("not in a suite: " + parser.currentToken());
    };
  }

  private static Map<String, Object> object(JsonParser parser) {
    var found = new LinkedHashMap<String, Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      found.put(name, value(parser));
    }
    return found;
  }

  private static List<Object> list(JsonParser parser) {
    var found = new ArrayList<Object>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      found.add(value(parser));
    }
    return found;
  }
}
