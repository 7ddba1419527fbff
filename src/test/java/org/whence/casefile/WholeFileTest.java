package org.whence.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file is there whole or as it was.
final class WholeFileTest {
  @TempDir Path folder;

  private static WholeFile.Writes text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fileThatIsThereIsNotReplacedUnasked() throws IOException {
    var file = Files.writeString(folder.resolve("a.whence"), "theirs");

    assertThatThrownBy(() -> WholeFile.write(file, false, text("mine")))
        .hasMessage(file + ": is there already; choose another name");

    assertThat(file).hasContent("theirs");
    WholeFile.write(file, true, text("mine"));
    assertThat(file).hasContent("mine");
  }

  @Test
  void writingThatFailsLeavesWhatWasThere() throws IOException {
    var file = Files.writeString(folder.resolve("a.whence"), "theirs");

    assertThatThrownBy(() ->
            WholeFile.write(
                file,
                true,
                out -> {
                  out.write(new byte[1 << 20]);
                  throw new IOException("No space left on device");
                }))
        .hasMessage(file + ": cannot be written: No space left on device; choose another place");

    assertThat(file).hasContent("theirs");
    assertThat(folder.toFile().list()).containsExactly("a.whence");
  }

  @Test
  void whatKilledProcessesLeftIsTakenAway() throws IOException {
    Files.writeString(folder.resolve(".a.whence.999999999999.part"), "half");
    Files.writeString(folder.resolve(".b.whence.999999999999.part"), "not ours");
    var alive = ".a.whence." + ProcessHandle.current().parent().orElseThrow().pid() + ".part";
    Files.writeString(folder.resolve(alive), "somebody writes");

    WholeFile.write(folder.resolve("a.whence"), false, text("mine"));

    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("a.whence", ".b.whence.999999999999.part", alive);
  }

  @Test
  void linkThatSomebodyPutBesideItIsNotFollowed() throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "theirs");
    var part = ".a.whence." + ProcessHandle.current().pid() + ".part";
    Files.createSymbolicLink(folder.resolve(part), secret);

    WholeFile.write(folder.resolve("a.whence"), false, text("mine"));

    assertThat(secret).hasContent("theirs");
    assertThat(folder.resolve("a.whence")).isRegularFile().hasContent("mine");
  }

  @Test
  void longestNameThatASystemTakesIsOneToBeWritten() throws IOException {
    var file = folder.resolve("n".repeat(248) + ".whence");

    WholeFile.write(file, false, text("mine"));

    assertThat(file).hasContent("mine");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void whatIsNotDoneIsTakenAwayAndWhatGoesOnIsThereAtOnce() throws IOException {
    var file = Files.writeString(folder.resolve("rows.csv"), "theirs");
    try (var whole = WholeFile.open(file, true)) {
      whole.out().write("half".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(file).hasContent("theirs");
    assertThat(folder.toFile().list()).containsExactly("rows.csv");

    try (var whole = WholeFile.open(file, true)) {
      whole.out().write("one ".getBytes(StandardCharsets.UTF_8));
      whole.asItGoes();
      assertThat(file).hasContent("one ");
      whole.out().write("two".getBytes(StandardCharsets.UTF_8));
      whole.out().flush();
      assertThat(file).hasContent("one two");
    }
    assertThat(folder.toFile().list()).containsExactly("rows.csv");
  }

  @Test
  void linkStaysALink() throws IOException {
    var file = Files.writeString(folder.resolve("real"), "old");
    var link = Files.createSymbolicLink(folder.resolve("link"), file);

    WholeFile.write(link, true, text("new"));

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("new");
  }

  @Test
  void folderThatIsNotThereAndFolderInItsPlaceAreTold() {
    assertThatThrownBy(() -> WholeFile.write(folder.resolve("no/a.whence"), false, text("")))
        .hasMessageContaining("its folder does not exist");
    assertThatThrownBy(() -> WholeFile.write(folder, true, text("")))
        .hasMessageContaining("is a folder");
  }
}
