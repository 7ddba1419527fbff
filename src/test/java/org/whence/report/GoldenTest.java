package org.whence.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the reports of the sample case against those that were looked at and found good;
/// `-Dwhence.golden=write` writes them anew.
final class GoldenTest {
  private static final boolean WRITE = "write".equals(System.getProperty("whence.golden"));
  private static final Path FOLDER = Path.of("src/test/resources/org/whence/report");

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PDF", "PNG", "ARF", "XARF"})
  void reportOfTheSampleCaseIsAsItWas(Format format) throws IOException {
    var file = FOLDER.resolve("sample." + format.ending());
    var report = Cases.written(Cases.sample(), format);
    if (WRITE) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, report);
    }
    assertThat(report)
        .as("mvn test -Dtest=GoldenTest -Dwhence.golden=write")
        .isEqualTo(Files.readString(file));
  }
}
