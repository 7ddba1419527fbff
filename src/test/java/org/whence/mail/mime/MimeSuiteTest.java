package org.whence.mail.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.whence.Suites;
import org.whence.Suites.Case;
import org.whence.mail.HeaderField;
import org.whence.mail.Message;

/// The messages by which Mime4j measures itself: the tree, and every decoded octet.
final class MimeSuiteTest {
  private static final String SUITE = "mime/cases.json";

  /// Cases with a quirk that we read in another way on purpose: a line that is no field does not
  /// begin the body, and there is a limit to the length of a boundary.
  private static final Set<String> OTHERWISE =
      Set.of(
          "malformedHeaderStartsBody-nocrlfcrlf",
          "malformedHeaderStartsBody-noheader",
          "very-long-boundary",
          "very-very-long-boundary");

  @TestFactory
  Stream<DynamicTest> treeAndOctetsAreThoseOfTheSuite() {
    return Suites.cases(SUITE).stream()
        .filter(example -> !OTHERWISE.contains(example.id()))
        .map(example -> DynamicTest.dynamicTest(example.id(), () -> check(example)));
  }

  @Test
  void everyCaseThatIsReadOtherwiseHasAQuirk() {
    assertThat(Suites.cases(SUITE))
        .filteredOn(example -> OTHERWISE.contains(example.id()))
        .hasSameSizeAs(OTHERWISE)
        .allMatch(example -> example.has("quirk"));
  }

  private static void check(Case example) throws IOException {
    var octets = Files.readAllBytes(Suites.file("mime/" + example.text("file").orElseThrow()));
    compare(MimeReader.read(Message.read(octets)), example.in("expected"));
  }

  private static void compare(Entity entity, Case expected) throws IOException {
    assertThat(entity.fields().stream().filter(HeaderField::named).map(HeaderField::raw))
        .as("fields of %s", entity)
        .extracting(octets -> plain(new String(octets, ISO_8859_1)).stripTrailing())
        .containsExactlyElementsOf(
            Suites.asList(expected.fields().getOrDefault("fields", List.of())).stream()
                .map(field -> plain((String) field).stripTrailing())
                .toList());
    if (expected.has("multipart")) {
      multipart(entity, expected.in("multipart"));
    } else if (expected.has("message")) {
      assertThat(entity.kind()).as(entity.path()).isEqualTo(Entity.Kind.MESSAGE);
      compare(entity.parts().getFirst(), expected.in("message"));
    } else {
      body(entity, expected.in("body"));
    }
  }

  private static void multipart(Entity entity, Case expected) throws IOException {
    assertThat(entity.kind()).as(entity.path()).isEqualTo(Entity.Kind.MULTIPART);
    assertThat(plain(entity.preamble()).strip())
        .isEqualTo(plain(expected.text("preamble").orElse("")).strip());
    assertThat(plain(entity.epilogue()).strip())
        .isEqualTo(plain(expected.text("epilogue").orElse("")).strip());
    var parts =
        Suites.asList(expected.fields().getOrDefault("parts", List.of())).stream()
            .map(part -> new Case(Suites.asMap(part)))
            .toList();
    assertThat(entity.parts()).as(entity.path()).hasSameSizeAs(parts);
    for (int i = 0; i < parts.size(); i++) {
      compare(entity.parts().get(i), parts.get(i));
    }
  }

  private static void body(Entity entity, Case expected) throws IOException {
    assertThat(entity.kind()).as(entity.path()).isEqualTo(Entity.Kind.BODY);
    var file = Suites.file("mime/" + expected.text("file").orElseThrow());
    assertThat(entity.content()).as(entity.path()).isEqualTo(Files.readAllBytes(file));
    assertThat(entity.size())
        .isEqualTo(((Number) expected.fields().getOrDefault("size", -1)).intValue());
    assertThat(entity.sha256()).isEqualTo(expected.text("sha256"));
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n");
  }
}
