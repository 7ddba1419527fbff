package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.dns.Nsd;
import org.whence.dns.SignedZone;
import org.whence.report.PublishedSchema;

/// DNSSEC on the command line, with a real name server that has one zone signed wrongly.
@Timeout(300)
final class DnssecCliTest {
  private static final String APEX =
      """
      $TTL 600
      @ IN SOA ns.good. hostmaster.good. 1 7200 900 1209600 300
        IN NS ns.good.
      """;

  @TempDir static Path folder;

  private static Optional<Nsd> nsd = Optional.empty();
  private static Path anchors;

  @BeforeAll
  static void start() throws Exception {
    var reverse = new SignedZone("2.0.192.in-addr.arpa.");
    var good = new SignedZone("good.");
    var changed = new SignedZone("changed.");
    var zones =
        Map.of(
            "2.0.192.in-addr.arpa.",
            reverse.signed(
                "$ORIGIN 2.0.192.in-addr.arpa.\n"
                    + APEX
                    + "10 IN PTR mail.good.\n11 IN PTR mail.changed.\n"),
            "good.",
            good.signed("$ORIGIN good.\n" + APEX + "mail IN A 192.0.2.10\n"),
            "changed.",
            changed
                .signed("$ORIGIN changed.\n" + APEX + "mail IN A 192.0.2.66\n")
                .replace("192.0.2.66", "192.0.2.11"));
    anchors =
        Files.writeString(
            folder.resolve("own.anchors"), reverse.dnskey() + good.dnskey() + changed.dnskey());
    nsd = Optional.of(Nsd.start(folder, zones));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (nsd.isPresent()) {
      nsd.get().stop();
    }
  }

  private static Shell.Run check(String address, Path recording) {
    return Shell.run(
        "check",
        address,
        "-r",
        nsd.orElseThrow().uri("udp", "127.0.0.1"),
        "--timeout",
        "1m",
        "--dnssec",
        "--trust-anchor",
        anchors.toString(),
        "--record",
        recording.toString());
  }

  @Test
  void secureAnswersAreSaidToBeAndTheVerdictIsAsEver() {
    var run = check("192.0.2.10", folder.resolve("good.dns.jsonl"));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("DNSSEC secure").doesNotContain("bogus");
  }

  @Test
  void bogusAnswerLeavesTheVerdictOpenThoughItWouldFit() {
    var run = check("192.0.2.11", folder.resolve("changed.dns.jsonl"));

    assertThat(run.status()).isEqualTo(ExitStatus.UNSURE);
    assertThat(run.out())
        .contains("temperror")
        .containsPattern("A mail\\.changed  bogus \\(DNSSEC\\): .+ \\(EDE 6, DNSSEC Bogus\\)")
        .contains("gave an answer that does not validate");
  }

  @Test
  void replayGivesTheSame() throws Exception {
    for (var address : new String[] {"192.0.2.10", "192.0.2.11"}) {
      var recording = folder.resolve(address + ".dns.jsonl");
      var now = check(address, recording);

      var later =
          Shell.run(
              "check", address, "--replay", recording.toString(), "--at", "2046-01-01T00:00:00Z");

      assertThat(later.err()).isEmpty();
      assertThat(later.status()).isEqualTo(now.status());
      assertThat(tree(later.out())).isEqualTo(tree(now.out())).isNotEmpty();
      assertThat(Files.readString(recording)).contains("\"DNSKEY\"");
      var json = Shell.run("check", address, "--replay", recording.toString(), "-f", "json").out();
      assertThat(json).contains("\"dnssec\":{\"status\":");
      assertThat(PublishedSchema.problems(json)).isEmpty();
    }
  }

  /// What stands below the report's head.
  private static String tree(String report) {
    return report.substring(report.indexOf("\n\n"));
  }

  @Test
  void anchorsThatCannotBeReadAreToldInOneLine() {
    var run =
        Shell.run("check", "192.0.2.10", "-r", "udp://127.0.0.1", "--trust-anchor", "none.key");

    assertThat(run.status()).isEqualTo(ExitStatus.IO);
    assertThat(run.err()).isEqualTo("whence: none.key: no such file; check its name and folder\n");
  }
}
