package org.whence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.Suites;

/// The dates and the unstructured values of Stalwart's mail-parser: those without a quirk are
/// rules.
final class HeaderSuiteTest {

  @TestFactory
  Stream<DynamicTest> dateIsRead() {
    return rules("header/date.json")
        .map(entry -> DynamicTest.dynamicTest(entry.id(), () -> isDate(entry)));
  }

  private static void isDate(Suites.Case entry) {
    var expected = entry.in("expected");
    var found = MailDate.parse(entry.text("header").orElseThrow());
    if (expected.has("valid")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found.flatMap(MailDate::instant).map(Instant::toString))
          .isEqualTo(expected.text("date"));
      assertThat(found.flatMap(MailDate::offset))
          .isEqualTo(expected.text("offset").map(ZoneOffset::of));
    }
  }

  @TestFactory
  Stream<DynamicTest> unstructuredValueIsRead() {
    return rules("header/unstructured.json")
        .map(entry -> DynamicTest.dynamicTest(entry.id(), () -> isText(entry)));
  }

  private static void isText(Suites.Case entry) {
    var header = "Subject:" + entry.text("header").orElseThrow() + "\n";
    var message = Message.read(header.getBytes(StandardCharsets.UTF_8));

    assertThat(message.subject()).isEqualTo(entry.in("expected").text("text"));
  }

  private static Stream<Suites.Case> rules(String file) {
    return Suites.cases(file).stream().filter(entry -> !entry.has("quirk"));
  }
}
