package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--what-if`: SPF with something else seen, beside what was seen.
final class WhatIfTest {
  @TempDir Path folder;
  private Path zone = Path.of("");

  @BeforeEach
  void files() throws IOException {
    zone =
        Files.writeString(
            folder.resolve("a.zone"),
            """
            example.org. 60 IN TXT "v=spf1 ip4:192.0.2.10 -all"
            a,b.example.org. 60 IN TXT "v=spf1 ?all"
            example.com. 60 IN TXT "v=spf1 ~all"
            """);
  }

  private Shell.Run run(String format, String supposed) {
    return Shell.run(
        "check",
        "--spf",
        "example.org",
        "--ip",
        "192.0.2.10",
        "--zone",
        zone.toString(),
        "-f",
        format,
        "--what-if",
        supposed);
  }

  @Test
  void otherClientIsToldBelowAndChangesNeitherResultNorStatus() {
    var run = run("text", "ip=192.0.2.11");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("what if the client were 192.0.2.11")
        .contains("would be fail, not pass")
        .contains("SPF pass");
  }

  @Test
  void severalThingsAreSupposedTogetherAndACommaInASenderIsNoEnd() {
    var run = run("json", "helo=h.example.org,mail-from=a,b@example.com,ip=2001:db8::1");

    assertThat(run.out())
        .contains(
            "\"whatIf\":[{\"ip\":\"2001:db8::1\",\"helo\":\"h.example.org\",\"mailFrom\":\"a,b@example.com\","
                + "\"result\":\"fail\",\"reason\":\"all\",\"identity\":\"mailfrom\",\"domain\":\"example.org\"");
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.11, supposes nothing", "ip=192.0.513, no IP address", "for=x, for=x"})
  void suppositionThatIsNoneIsToldInOneLine(String supposed, String told) {
    var run = run("text", supposed);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("--what-if", told);
  }
}
