package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What depends on who is at the other end: a terminal, a pipe, a pipe that nobody reads.
final class TerminalTest {
  private static final String ESCAPE = "\u001b[";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void terminalIsAnsweredInColour() {
    run(terminal(true, Map.of()), "demo");

    assertThat(out.toString(StandardCharsets.UTF_8)).contains(ESCAPE + "31m✗ fail");
  }

  @Test
  void wishesAgainstColourAreKept() {
    run(terminal(true, Map.of("NO_COLOR", "1")), "demo");
    run(terminal(true, Map.of("TERM", "dumb")), "demo");
    run(terminal(true, Map.of()), "demo", "--color=never");
    run(terminal(false, Map.of()), "demo");

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(ESCAPE);
  }

  @Test
  void colourIsNeverInAFileUnlessItIsAskedFor() throws IOException {
    var file = folder.resolve("case.txt");
    run(terminal(true, Map.of()), "demo", "-o", file.toString());
    assertThat(Files.readString(file)).doesNotContain(ESCAPE);

    run(terminal(true, Map.of()), "demo", "--color=always", "-o", file.toString());
    assertThat(Files.readString(file)).contains(ESCAPE);
  }

  @Test
  void colourNeverReachesJsonOrHtml() {
    run(terminal(true, Map.of()), "demo", "-f", "json", "--color=always");
    run(terminal(true, Map.of()), "demo", "-f", "html", "--color=always");

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(ESCAPE);
  }

  @Test
  void otherCharsetsGetAscii() {
    var console = console(out, StandardCharsets.US_ASCII, false, Map.of());
    run(console, "demo");

    assertThat(
            StandardCharsets.US_ASCII.newEncoder().canEncode(out.toString(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("|- hop 6 of 6", "|- message", "`- ");
  }

  @Test
  void pipeThatNobodyReadsEndsQuietly() {
    var closed =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    var status = run(console(closed, StandardCharsets.UTF_8, false, Map.of()), "demo");

    assertThat(status).isEqualTo(ExitStatus.IO);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void fullDiskIsToldInOneLine() {
    var full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    var status = run(console(full, StandardCharsets.UTF_8, false, Map.of()), "demo", "-f", "json");

    assertThat(status).isEqualTo(ExitStatus.IO);
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
  }

  /// A device of Linux that is always full.
  @Test
  void fullDiskWhileRecordingIsToldAtOnceAndTheRunGoesOn() throws IOException {
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    var answered =
        new OutputStream() {
          @Override
          public void write(int octet) {
            assertThat(err.size()).as("told before the answer").isPositive();
            out.write(octet);
          }
        };

    var status =
        run(
            console(answered, StandardCharsets.UTF_8, false, Map.of()),
            "demo",
            "--record",
            full.toString());

    assertThat(status).isEqualTo(ExitStatus.OK);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("hop 6 of 6");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "whence: /dev/full: recording ends here: No space left on device"
                + System.lineSeparator());
  }

  @Test
  void stackTraceComesWithDebugAlone() {
    run(terminal(false, Map.of()), "check", "192.0.2.1", "--zone", "/no/zone");
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("    at ");

    run(terminal(false, Map.of()), "check", "192.0.2.1", "--zone", "/no/zone", "--debug");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("    at ");
  }

  private Console terminal(boolean terminal, Map<String, String> environment) {
    return console(out, StandardCharsets.UTF_8, terminal, environment);
  }

  private Console console(
      OutputStream to, Charset charset, boolean terminal, Map<String, String> environment) {
    return new Console(
        new ByteArrayInputStream(new byte[0]),
        to,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        charset,
        terminal,
        false,
        false,
        environment);
  }

  private static int run(Console console, String... args) {
    return new Cli(console, _ -> {}).run(args);
  }
}
