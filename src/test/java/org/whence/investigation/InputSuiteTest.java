package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.whence.Suites;

/// Real messages, with every kind of line end and charset, are mails that need no repair.
final class InputSuiteTest {
  @TestFactory
  Stream<DynamicTest> realMailsAreReadAsTheyCame() {
    return Stream.of(
            "mail/sisimai.json", "mail/blaze.json", "dkim/cases.json", "authres/cases.json")
        .flatMap(suite ->
            Suites.cases(suite).stream()
                .map(example -> example.text("file").orElseThrow())
                .distinct()
                .map(file -> DynamicTest.dynamicTest(file, () -> isReadAsItCame(suite, file))));
  }

  private static void isReadAsItCame(String suite, String file) throws Exception {
    var folder = suite.substring(0, suite.indexOf('/') + 1);
    var input = InputFile.read(Suites.file(folder + file));

    assertThat(input.recognised()).isInstanceOf(Recognised.Mail.class);
    assertThat(input.repairs()).isEmpty();
    assertThat(input.problems()).isEmpty();
  }
}
