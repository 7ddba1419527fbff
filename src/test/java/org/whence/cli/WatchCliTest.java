package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Reports that a watch writes look as those of a check.
@Timeout(120)
final class WatchCliTest {
  private static final String MAIL =
      """
      Received: from out.sender.example ([192.0.2.10]) by mx.receiver.example
       for <bob@receiver.example>; Mon, 23 Nov 2026 10:00:00 +0000
      From: Ann <ann@sender.example>
      To: bob@receiver.example
      Message-ID: <4711@sender.example>
      Subject: Lunch

      Noon?
      """;

  @TempDir Path folder;

  /// @return the one report that the watch writes of the mail
  private String report(String... options) throws IOException {
    var from = Files.createDirectories(folder.resolve("in"));
    var to = folder.resolve(String.join("", options));
    Files.writeString(from.resolve("a.eml"), MAIL);
    var args = Stream.concat(Stream.of("--offline", "-f", "json"), Stream.of(options));
    var run = Shell.watch(from, to, args.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    try (var written = Files.list(to)) {
      return Files.readString(
          written.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow());
    }
  }

  @Test
  void reportsAreRedactedWhereThatIsAskedFor() throws IOException {
    assertThat(report()).contains("bob@receiver.example", "ann@sender.example");
    assertThat(report("--redact"))
        .contains("redacted-recipient-1")
        .doesNotContain("bob@receiver.example", "ann@sender.example");
    assertThat(report("--redact-only", "recipient"))
        .contains("ann@sender.example")
        .doesNotContain("bob@receiver.example");
  }

  @Test
  void caseKeepsWhatReportsLeaveOut() throws IOException {
    report("--redact");
    try (var written = Files.list(folder.resolve("--redact"))) {
      var file = written.filter(each -> each.toString().endsWith(".whence")).findFirst();
      var run = Shell.run("check", file.orElseThrow().toString(), "-f", "json");
      assertThat(run.out()).contains("bob@receiver.example", "ann@sender.example");
    }
  }
}
