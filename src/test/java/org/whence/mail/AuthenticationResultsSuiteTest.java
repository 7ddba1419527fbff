package org.whence.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.Suites;
import org.whence.mail.AuthenticationResults.MethodResult;
import org.whence.mail.AuthenticationResults.Property;

/// The Authentication-Results fields of RFC 8601's examples and of large providers.
final class AuthenticationResultsSuiteTest {
  private static final String FOLDER = "authres/";

  @TestFactory
  Stream<DynamicTest> everyFieldIsRead() {
    return Suites.cases(FOLDER + "cases.json").stream()
        .flatMap(entry -> {
          var fields = fields(entry);
          return IntStream.range(0, fields.size())
              .mapToObj(
                  i -> DynamicTest.dynamicTest(entry.id() + " " + i, () -> holds(fields.get(i))));
        });
  }

  @TestFactory
  Stream<DynamicTest> fieldsAreFoundInTheirMessage() {
    return Suites.cases(FOLDER + "cases.json").stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.id(),
                () ->
                    assertThat(message(entry).all("Authentication-Results"))
                        .hasSameSizeAs(fields(entry))));
  }

  private static Message message(Suites.Case entry) throws IOException {
    var path = Suites.file(FOLDER + entry.text("file").orElseThrow());
    return Message.read(Files.readAllBytes(path));
  }

  private static List<Suites.Case> fields(Suites.Case entry) {
    var fields = entry.in("expected").fields().getOrDefault("fields", List.of());
    return Suites.asList(fields).stream()
        .map(field -> new Suites.Case(Suites.asMap(field)))
        .toList();
  }

  private static void holds(Suites.Case expected) {
    var header = new String(expected.text("header").orElseThrow().getBytes(ISO_8859_1), ISO_8859_1);
    var found = AuthenticationResultsParser.parse(header);

    assertThat(Suites.asList(expected.fields().getOrDefault("result", List.of())))
        .contains(found.conformance().word());
    assertThat(found.authservId()).isEqualTo(expected.text("authservId"));
    assertThat(found.version().map(Integer::longValue).map(Object.class::cast))
        .isEqualTo(java.util.Optional.ofNullable(expected.fields().get("version")));
    assertThat(found.results().stream().map(AuthenticationResultsSuiteTest::tree).toList())
        .isEqualTo(expected.fields().get("results"));
  }

  private static Map<String, Object> tree(MethodResult result) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("method", result.method());
    result.methodVersion().ifPresent(version -> tree.put("methodVersion", (long) version));
    tree.put("result", result.result());
    result.reason().ifPresent(reason -> tree.put("reason", reason));
    var properties = new ArrayList<Object>();
    for (var property : result.properties()) {
      properties.add(tree(property));
    }
    tree.put("properties", properties);
    return tree;
  }

  private static Map<String, Object> tree(Property property) {
    var tree = new LinkedHashMap<String, Object>();
    property.ptype().ifPresent(ptype -> tree.put("ptype", ptype));
    tree.put("property", property.property());
    tree.put("value", property.value());
    return tree;
  }
}
