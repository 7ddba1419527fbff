package org.whence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// Holds every source file against google-java-format; `-Dwhence.format=write` rewrites them.
///
/// This is a test rather than a Maven plugin because such plugins (Spotless, fmt) run the formatter
/// in Maven's own JVM: on Java 17 that can parse neither record patterns nor unnamed variables. The
/// tests run on the tool chain's JDK.
final class FormatTest {

  private static final boolean WRITE = "write".equals(System.getProperty("whence.format"));

  @Test
  void everySourceFileIsFormatted() throws IOException, FormatterException {
    var formatter = new Formatter();
    var differing = new ArrayList<Path>();
    try (var files = Files.walk(Path.of("src"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        var source = Files.readString(file);
        var formatted = formatter.formatSourceAndFixImports(source);
        if (!formatted.equals(source)) {
          if (WRITE) {
            Files.writeString(file, formatted);
          } else {
            differing.add(file);
          }
        }
      }
    }
    assertThat(differing)
        .as("not formatted; mvn test -Dtest=FormatTest -Dwhence.format=write")
        .isEmpty();
  }
}
