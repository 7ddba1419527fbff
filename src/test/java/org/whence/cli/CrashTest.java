package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.dns.ScriptedServer;
import org.whence.dns.ScriptedServer.Play;

/// A recording is written as it happens: what a killed process had been told is in the file.
@Timeout(600)
final class CrashTest {
  private static final Play MAIL =
      query ->
          switch (query.message().getQuestion().getName().toString().toLowerCase(Locale.ROOT)) {
            case "10.2.0.192.in-addr.arpa." ->
                ScriptedServer.answer("10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.")
                    .replies(query);
            default -> ScriptedServer.answer("mail.example. 60 IN A 192.0.2.10").replies(query);
          };

  @TempDir Path folder;

  @Test
  void killedProcessLeavesEveryAnswerThatItHad() throws IOException, InterruptedException {
    var recording = folder.resolve("case.dns.jsonl");
    try (var server = ScriptedServer.start(MAIL, MAIL, MAIL, ScriptedServer.silence())) {
      var whence =
          child(
              "check",
              "192.0.2.10",
              "192.0.2.11",
              "--timeout",
              "10m",
              "-r",
              server.uri("udp"),
              "--record",
              recording.toString());
      try {
        for (var query = 0; query < 4; query++) {
          server.awaitQuery();
        }
      } finally {
        whence.destroyForcibly().waitFor();
      }
    }

    assertThat(Files.readAllLines(recording)).hasSize(3);
    var replayed = Shell.run("check", "192.0.2.10", "--replay", recording.toString());
    assertThat(replayed.status()).isZero();
    assertThat(replayed.err()).isEmpty();
    var unanswered = Shell.run("check", "192.0.2.11", "--replay", recording.toString());
    assertThat(unanswered.status()).isEqualTo(3);
    assertThat(unanswered.out()).contains("not in the recording");
  }

  @Test
  void lineThatWasCutShortIsNamedAndTheRestUsed() throws IOException {
    var zone = Files.writeString(folder.resolve("a.zone"), ZONE);
    var recording = folder.resolve("case.dns.jsonl");
    Shell.run("check", "192.0.2.10", "--zone", zone.toString(), "--record", recording.toString());
    var whole = Files.readString(recording);
    Files.writeString(recording, whole.substring(0, whole.length() - 20));

    var replayed = Shell.run("check", "192.0.2.10", "--replay", recording.toString());

    assertThat(replayed.err()).startsWith("whence: case.dns.jsonl: line 3 is left out: no JSON");
    assertThat(replayed.err().lines()).hasSize(1);
    assertThat(replayed.out()).contains("PTR 10.2.0.192.in-addr.arpa  mail.example");
  }

  @Test
  void fullDiskIsToldAtOnceAndTheRunGoesOnToItsEnd() throws IOException {
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full");
    var zone = Files.writeString(folder.resolve("a.zone"), ZONE);

    var run =
        Shell.run("check", "192.0.2.10", "--zone", zone.toString(), "--record", full.toString());

    assertThat(run.err())
        .isEqualTo("whence: /dev/full: recording ends here: No space left on device\n");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("pass  mail.example leads back");
  }

  private static final String ZONE =
      """
      10.2.0.192.in-addr.arpa. 60 IN PTR mail.example.
      mail.example. 60 IN A 192.0.2.10
      """;

  /// The program in a process of its own.
  private static Process child(String... arguments) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new java.util.ArrayList<>(List.of(java, "-cp", classPath(), "org.whence.Whence"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
