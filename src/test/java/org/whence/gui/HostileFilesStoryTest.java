package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.casefile.CaseArchive;
import org.whence.gui.model.Notice;
import org.whence.gui.model.Phase;

/// Files that cannot be written, or that an enemy made: one line says so, what was on the desk
/// stays there, and nothing is lost.
final class HostileFilesStoryTest extends GuiTest {
  @TempDir Path folder;

  private List<String> names() {
    return Stream.of(Objects.requireNonNull(folder.toFile().list())).sorted().toList();
  }

  /// Writes a note, which is in no file then.
  private void note() throws InterruptedException {
    investigate("192.0.2.10");
    robot.interact(() -> tree().getSelectionModel().select(0));
    press(KeyCode.F2);
    robot.write("mine");
    press(KeyCode.ESCAPE);
  }

  private void nothingIsLost() {
    assertThat(model().textProperty().get()).isEqualTo("192.0.2.10");
    assertThat(model().notes().notes().ofSteps()).hasSize(1);
    assertThat(fx(stage()::getTitle)).contains("*");
  }

  private String told() throws InterruptedException {
    await(model().noticeProperty(), Notice::error);
    var text = model().noticeProperty().get().text();
    assertThat(text).doesNotContain("\n");
    return text;
  }

  @Test
  void caseThatCannotBeSavedIsOneLineAndStaysOnTheDesk() throws InterruptedException {
    // Nobody can make files there, not even root.
    assumeTrue(Files.isDirectory(Path.of("/sys")), "no /sys");
    note();
    chosen.cases.add(Path.of("/sys/mine.whence"));
    press(KeyCode.CONTROL, KeyCode.S);

    assertThat(told()).startsWith("/sys/mine.whence: cannot be written: ");
    nothingIsLost();
  }

  @Test
  void reportOnAFullDiskIsOneLine() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full");
    note();
    var full = Files.createSymbolicLink(folder.resolve("full.html"), Path.of("/dev/full"));
    chosen.saved = Optional.of(full);
    fire("export", "exportHtml");

    assertThat(told()).contains("full.html: cannot be written: No space left on device");
    assertThat(names()).containsExactly("full.html");
    nothingIsLost();
  }

  @Test
  void folderThatIsAFileIsOneLine() throws IOException, InterruptedException {
    note();
    var file = Files.writeString(folder.resolve("notes.txt"), "theirs");
    chosen.saved = Optional.of(file.resolve("case.pdf"));
    fire("export", "exportPdf");

    assertThat(told()).contains("cannot be written: Not a directory");
    assertThat(file).hasContent("theirs");
    nothingIsLost();
  }

  @Test
  void caseWhoseNameIsTakenByAnEndingThatWasAddedIsNotReplaced()
      throws IOException, InterruptedException {
    note();
    var theirs = Files.writeString(folder.resolve("mine.whence"), "theirs");
    // The dialog asked about "mine", which is free.
    chosen.cases.add(folder.resolve("mine"));
    press(KeyCode.CONTROL, KeyCode.S);
    await(model().saved().changedProperty(), changed -> changed);

    assertThat(theirs).hasContent("theirs");
    nothingIsLost();
  }

  @Test
  void subjectBecomesANameThatIsOneOnEverySystem() throws InterruptedException {
    for (var subject : List.of("../../etc/passwd", "CON", "..\\..\\x", "nul.txt")) {
      investigate("From: a@a.example\nSubject: " + subject + "\n\nText\n");
      press(KeyCode.CONTROL, KeyCode.S);
    }

    assertThat(chosen.names)
        .containsExactly("etc_passwd.whence", "ON.whence", "x.whence", "ul.txt.whence");
  }

  @Test
  void lackOfMemoryIsOneLineWithTheWayOut() throws InterruptedException {
    places.answer(_ -> {
      throw new OutOfMemoryError("Java heap space");
    });
    paste("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.ENTER);

    assertThat(told()).contains("too large for the ", "give it more").doesNotContain("report it");
    assertThat(model().textProperty().get()).isEqualTo("192.0.2.10");
  }

  private byte[] saved() throws IOException, InterruptedException {
    investigate("192.0.2.11");
    var file = folder.resolve("good.whence");
    saveCase(file);
    var octets = Files.readAllBytes(file);
    Files.delete(file);
    return octets;
  }

  /// Opens a case that is refused: nothing of it is shown, and what was on the desk stays there.
  private String refused(byte[] octets) throws IOException, InterruptedException {
    var file = Files.write(folder.resolve("evil.whence"), octets);
    var before = rows();
    assertThat(before).isNotEmpty();
    chosen.opened = List.of(file);
    press(KeyCode.CONTROL, KeyCode.O);
    var told = told();
    assertThat(file).hasBinaryContent(octets);
    assertThat(names()).containsExactly("evil.whence");
    assertThat(rows()).isEqualTo(before);
    assertThat(model().phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(model().textProperty().get()).isEqualTo("192.0.2.11");
    return told;
  }

  @Test
  void caseOfANewerFormatIsRefusedByName() throws IOException, InterruptedException {
    assertThat(refused(CaseArchive.ofTomorrow(saved())))
        .contains("is a case of format 2, written by Whence 9.1.0");
  }

  @Test
  void bombIsRefused() throws IOException, InterruptedException {
    assertThat(refused(CaseArchive.bomb(saved()))).contains("unpacks to more than any case holds");
  }

  @Test
  void pathInACaseLeadsNowhereAndTheRestIsShown() throws IOException, InterruptedException {
    var whole = saved();
    var file =
        Files.write(
            Files.createDirectory(folder.resolve("cases")).resolve("evil.whence"),
            CaseArchive.with(whole, "../evil", new byte[1]));
    openCase(file);

    assertThat(told()).contains("'../evil' is no part of a case, and is left alone");
    assertThat(model().textProperty().get()).isEqualTo("192.0.2.11");
    assertThat(names()).containsExactly("cases");
  }
}
