package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a domain publishes, from the command line.
final class PostureOptionTest {
  private static final String ZONE =
      """
      $ORIGIN a.example.
      $TTL 3600
      @ SOA ns hostmaster 1 2 3 4 5
      @ NS ns
      @ MX 10 mx
      @ TXT "v=spf1 mx -all"
      @ CAA 0 issue "ca.example"
      mx A 192.0.2.10
      _dmarc TXT "v=DMARC1; p=reject; rua=mailto:x@b.example"
      10.2.0.192.in-addr.arpa. PTR mx
      """;

  @TempDir Path folder;
  private Path zone;

  @BeforeEach
  void writeZone() throws IOException {
    zone = Files.writeString(folder.resolve("zone"), ZONE);
  }

  @Test
  void domainAloneIsLookedAt() {
    var run = Shell.run("check", "--posture", "a.example", "--zone", zone.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(run.out())
        .contains("posture of a.example")
        .contains("1 server takes mail for it")
        .contains("ends with -all")
        .contains("asks for reject, by the record of a.example")
        .contains("did not agree, at a.example._report._dmarc.b.example")
        .contains("ca.example, by a.example")
        .contains("a.example is not signed");
  }

  @Test
  void domainIsLookedAtBesideAnInput() {
    var run =
        Shell.run("check", "192.0.2.10", "--posture", "A.example.", "--zone", zone.toString());

    assertThat(run.out()).contains("192.0.2.10").contains("posture of a.example");
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void whatIsNoDomainIsTold() {
    var run = Shell.run("check", "--posture", "a..b", "--zone", zone.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("'a..b' is no domain").hasLineCount(1);
  }

  @Test
  void offlineNothingIsAsked() {
    var run = Shell.run("check", "--posture", "a.example", "--offline");

    assertThat(run.out()).doesNotContain("posture of a.example  ");
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }
}
