package org.whence.investigation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.mail.Fidelity;

final class InputTest {
  @TempDir Path folder;

  @Test
  void originalAndItsHashAreKept() throws Exception {
    var input = InputReader.stdin(new ByteArrayInputStream("abc".getBytes(UTF_8)));

    assertThat(input.original()).isEqualTo(ByteBuffer.wrap("abc".getBytes(UTF_8)));
    assertThat(input.original().isReadOnly()).isTrue();
    // FIPS 180-2, B.1
    assertThat(input.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(input.source()).isEqualTo(new Source(Source.Kind.STDIN, "-"));
  }

  @Test
  void sourcesAreNamed() throws Exception {
    var file = Files.writeString(folder.resolve("case.eml"), "192.0.2.1");

    assertThat(InputFile.read(file).source()).isEqualTo(new Source(Source.Kind.FILE, "case.eml"));
    assertThat(InputReader.pasted("x").source())
        .isEqualTo(new Source(Source.Kind.PASTED, "pasted"));
    assertThat(InputReader.argument("192.0.513").source())
        .isEqualTo(new Source(Source.Kind.ARGUMENT, "192.0.513"));
    assertThat(Source.file(Path.of("/")).name()).isEqualTo("/");
  }

  @Test
  void fileIsThereOrNot() {
    assertThat(InputFile.exists(folder)).isTrue();
    assertThat(InputFile.exists(folder.resolve("none"))).isFalse();
    assertThat(InputFile.exists(Path.of(""))).isFalse();
  }

  @Test
  void emptyFileIsNothing() throws Exception {
    var recognised = InputFile.read(Files.createFile(folder.resolve("empty"))).recognised();

    assertThat(recognised)
        .isInstanceOfSatisfying(
            Recognised.Nothing.class,
            nothing -> assertThat(nothing.why()).isEqualTo(Recognised.Why.EMPTY));
  }

  @Test
  void missingFileIsSaidInOneLine() {
    var file = folder.resolve("none.eml");

    assertThatThrownBy(() -> InputFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": no such file; check its name and folder");
  }

  @Test
  void folderIsSaidInOneLine() {
    assertThatThrownBy(() -> InputFile.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": is a folder; name a file in it");
  }

  @Test
  void unreadableFileIsSaidInOneLine() throws Exception {
    var file = Files.createFile(folder.resolve("secret"));
    assumeTrue(file.toFile().setReadable(false));
    assumeFalse(Files.isReadable(file), "root reads everything");

    assertThatThrownBy(() -> InputFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("secret: must not be read by you");
  }

  @Test
  void whatIsBehindTheLimitIsLeftOutAndSaid() {
    var octets = new byte[InputReader.MAX_TEXT + 1];
    Arrays.fill(octets, (byte) ' ');
    System.arraycopy("192.0.2.1".getBytes(UTF_8), 0, octets, 0, 9);
    System.arraycopy("192.0.2.12".getBytes(UTF_8), 0, octets, octets.length - 10, 10);

    var input = InputReader.read(Source.PASTED, octets);

    assertThat(input.recognised())
        .isInstanceOfSatisfying(
            Recognised.Addresses.class,
            found -> assertThat(found.entries().getFirst().count()).isEqualTo(2));
    assertThat(input.problems())
        .containsExactly(Problem.of(Problem.Kind.TOO_LARGE, new Place(1, 1), "", 50));
    assertThat(input.text()).hasSize(InputReader.MAX_TEXT);
  }

  @Test
  void largeMailIsToldByItsBeginningAndReadWhole() {
    var octets = large("Received: from a by b; Mon, 23 Nov 2026 15:40:12 +0000\nFrom: a@b\n\n");

    var input = InputReader.read(Source.PASTED, octets);

    assertThat(input.recognised())
        .isInstanceOfSatisfying(
            Recognised.Mail.class,
            mail -> {
              assertThat(mail.message().end()).isEqualTo(octets.length);
              assertThat(mail.message().fidelity()).isEqualTo(Fidelity.ORIGINAL);
            });
    assertThat(input.text()).startsWith("Received: from a").hasSizeLessThan(octets.length / 2);
    assertThat(input.problems()).isEmpty();
  }

  @Test
  void largeMailThatIsToBeRepairedIsReadAsFarAsText() {
    var octets = large("> Received: from a by b; Mon, 23 Nov 2026 15:40:12 +0000\n> From: a@b\n");

    var input = InputReader.read(Source.PASTED, octets);

    assertThat(input.repairs()).isNotEmpty();
    assertThat(input.problems())
        .containsExactly(Problem.of(Problem.Kind.TOO_LARGE, new Place(1, 1), "", 50));
  }

  /// Lines behind a beginning, more than are read as text.
  private static byte[] large(String beginning) {
    var octets = new byte[InputReader.MAX_TEXT + 1_000_000];
    Arrays.fill(octets, (byte) 'x');
    for (var at = 999; at < octets.length; at += 1_000) {
      octets[at] = '\n';
    }
    System.arraycopy(beginning.getBytes(UTF_8), 0, octets, 0, beginning.length());
    return octets;
  }
}
