package org.whence.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.Suites;
import org.whence.Suites.Case;

final class ContentTypeSuiteTest {
  private static final String SUITE = "header/content_type.json";

  @TestFactory
  Stream<DynamicTest> rulesAreKept() {
    return Suites.cases(SUITE).stream()
        .filter(example -> !example.has("quirk"))
        .map(example -> DynamicTest.dynamicTest(example.id(), () -> check(example)));
  }

  /// What one parser makes of an odd value is no rule; that it is read is.
  @TestFactory
  Stream<DynamicTest> quirksAreBorne() {
    return Suites.cases(SUITE).stream()
        .filter(example -> example.has("quirk"))
        .map(example ->
            DynamicTest.dynamicTest(
                example.id(),
                () ->
                    assertThat(read(example).map(ContentType::type).orElse("none")).isNotBlank()));
  }

  private static java.util.Optional<ContentType> read(Case example) {
    return ContentType.parse(example.text("header").orElseThrow());
  }

  private static void check(Case example) {
    var expected = example.in("expected");
    var type = read(example).orElseThrow();

    assertThat(type.type()).isEqualTo(expected.text("type").orElseThrow());
    assertThat(type.subtype()).isEqualTo(expected.text("subtype").orElse(""));
    assertThat(type.parameters().values().entrySet())
        .containsExactlyElementsOf(
            Suites.asList(expected.fields().getOrDefault("parameters", List.of())).stream()
                .map(Suites::asList)
                .map(pair -> Map.entry((String) pair.getFirst(), (String) pair.getLast()))
                .toList());
  }
}
