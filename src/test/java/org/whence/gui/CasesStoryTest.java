package org.whence.gui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.gui.model.CaseRow;
import org.whence.gui.model.InputLine;
import org.whence.gui.model.Notice;
import org.whence.gui.model.Phase;
import org.whence.mail.container.Samples;

/// An input that holds several cases: a mailbox, a wrapper around the reported mail, a folder, an
/// archive with a password.
final class CasesStoryTest extends GuiTest {
  private static final String ANN =
      "Received: from a.example (a.example [192.0.2.10]) by b.example; Mon, 23 Nov 2026 10:00:00"
          + " +0000\nFrom: ann@example.org\nSubject: first\n\nHello\n";
  private static final String BOB = ANN.replace("ann@", "bob@").replace("first", "second");

  @SuppressWarnings("unchecked")
  private ListView<CaseRow> list() {
    return (ListView<CaseRow>) node("casesList");
  }

  private List<String> names() {
    return fx(() -> list().getItems().stream().map(CaseRow::name).toList());
  }

  private void open(Path file) throws InterruptedException {
    chosen.opened = List.of(file);
    robot.clickOn("#open");
  }

  private String shown() {
    return model().textProperty().get();
  }

  @Test
  void mailboxIsListedAndEachOfItsMailsIsACase(@TempDir Path folder)
      throws IOException, InterruptedException {
    open(
        Files.writeString(
            folder.resolve("two.mbox"),
            "From ann@example.org Mon Nov 23 10:00:00 2026\n"
                + ANN
                + "\nFrom bob@example.org Mon Nov 23 10:00:00 2026\n"
                + BOB));
    await(Phase.READY);
    assertThat(names()).containsExactly("message 1", "message 2");
    assertThat(fx(() -> ((Label) node("casesTitle")).getText())).contains("two.mbox", "2 in it");
    assertThat(shown()).contains("Subject: first");

    robot.interact(() -> list().getSelectionModel().select(1));
    await(model().textProperty(), text -> text.contains("Subject: second"));
    await(Phase.READY);
    assertThat(names()).hasSize(2);
    assertThat(model().hops()).hasSize(1);
  }

  @Test
  void filesThatAreOpenedTogetherAreListed(@TempDir Path folder)
      throws IOException, InterruptedException {
    chosen.opened =
        List.of(
            Files.writeString(folder.resolve("b.eml"), BOB),
            Files.writeString(folder.resolve("a.eml"), ANN));
    press(KeyCode.CONTROL, KeyCode.O);
    await(Phase.READY);
    assertThat(names()).containsExactly("b.eml", "a.eml");
    assertThat(shown()).isEqualTo(BOB);

    chosen.opened = List.of();
    press(KeyCode.CONTROL, KeyCode.O);
    assertThat(shown()).isEqualTo(BOB);
  }

  @Test
  void attachedMailComesBeforeTheMailAroundIt() throws InterruptedException {
    clipboard(
        "From: user@example.net\nSubject: report\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nPhish?\n--b\n"
            + "Content-Type: message/rfc822\n\n"
            + ANN
            + "\n--b--\n");
    press(KeyCode.CONTROL, KeyCode.V);
    await(Phase.READY);
    assertThat(names()).containsExactly("part 1.2", "pasted text");
    assertThat(shown()).startsWith("Received: from a.example");
    robot.interact(() -> list().getSelectionModel().select(1));
    await(model().textProperty(), text -> text.startsWith("From: user@example.net"));
  }

  @Test
  void folderIsLookedThrough(@TempDir Path folder) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("a-note.txt"), "nothing to see");
    Files.writeString(folder.resolve("b.eml"), ANN);
    open(folder);
    await(Phase.READY);
    assertThat(names()).containsExactly("a-note.txt", "b.eml");
    assertThat(fx(() -> list().getSelectionModel().getSelectedIndex())).isEqualTo(1);
  }

  @Test
  void archiveAsksForItsPassword(@TempDir Path folder) throws IOException, InterruptedException {
    var mail = Files.writeString(folder.resolve("ann.eml"), ANN);
    var archive = folder.resolve("locked.zip");
    var how = new ZipParameters();
    how.setEncryptFiles(true);
    how.setEncryptionMethod(EncryptionMethod.AES);
    try (var zip = new ZipFile(archive.toFile(), "secret".toCharArray())) {
      zip.addFile(mail.toFile(), how);
    }
    open(archive);
    await(model().cases().lockedProperty(), name -> name.equals("locked.zip"));
    assertThat(fx(() -> node("casesLock").isVisible())).isTrue();
    assertThat(model().noticeProperty().get().error()).isTrue();

    robot.interact(() -> ((PasswordField) node("casesPassword")).setText("secret"));
    robot.clickOn("#casesUnlock");
    await(Phase.READY);
    assertThat(names()).containsExactly("ann.eml");
    assertThat(fx(() -> node("casesLock").isVisible())).isFalse();
    assertThat(shown()).contains("Subject: first");
  }

  @Test
  void wrongPasswordsAreForgottenBeforeTheRightOne(@TempDir Path folder)
      throws IOException, InterruptedException {
    var locked = Samples.zip(Map.of("a.eml", ANN.getBytes(UTF_8)), EncryptionMethod.AES, "secret");
    open(Files.write(folder.resolve("locked.zip"), locked));
    await(model().noticeProperty(), Notice::error);
    assertThat(model().noticeProperty().get().text())
        .contains("locked.zip", "give its password on the left");

    for (var i = 0; i < 11; i++) {
      unlock("wrong " + i);
      await(model().noticeProperty(), Notice::error);
    }
    unlock("secret");
    await(Phase.READY);
    assertThat(names()).containsExactly("a.eml");
  }

  @Test
  void halfLockedArchiveTakesItsPasswordAfterAnotherChoice(@TempDir Path folder)
      throws IOException, InterruptedException {
    var archive = folder.resolve("half.zip");
    var how = new ZipParameters();
    how.setEncryptFiles(true);
    how.setEncryptionMethod(EncryptionMethod.AES);
    try (var zip = new ZipFile(archive.toFile(), "secret".toCharArray())) {
      zip.addFile(Files.writeString(folder.resolve("a.eml"), ANN).toFile());
      zip.addFile(Files.writeString(folder.resolve("b.eml"), BOB).toFile());
      zip.addFile(Files.writeString(folder.resolve("c.eml"), ANN).toFile(), how);
    }
    open(archive);
    await(Phase.READY);
    assertThat(names()).containsExactly("a.eml", "b.eml");
    robot.interact(() -> list().getSelectionModel().select(1));
    await(model().textProperty(), BOB::equals);
    await(Phase.READY);
    assertThat(fx(() -> node("casesLock").isVisible())).isTrue();

    unlock("secret");
    await(model().cases().lockedProperty(), String::isEmpty);
    assertThat(names()).containsExactly("a.eml", "b.eml", "c.eml");
  }

  private void unlock(String password) {
    robot.interact(() -> {
      ((PasswordField) node("casesPassword")).setText(password);
      ((Button) node("casesUnlock")).fire();
    });
  }

  @Test
  void caseThatCannotBeReadOrIsNotLeftStaysChosen(@TempDir Path folder)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("a.eml"), ANN);
    var gone = Files.writeString(folder.resolve("b.eml"), BOB);
    Files.writeString(folder.resolve("c.eml"), BOB);
    open(folder);
    await(Phase.READY);
    Files.delete(gone);
    robot.interact(() -> list().getSelectionModel().select(1));
    await(model().noticeProperty(), Notice::error);
    assertThat(chosen()).isZero();

    press(KeyCode.CONTROL, KeyCode.ENTER);
    await(Phase.DONE);
    robot.interact(() -> tree().getSelectionModel().select(0));
    press(KeyCode.F2);
    robot.write("mine");
    robot.interact(() -> list().getSelectionModel().select(2));
    await(model().questionProperty(), Optional::isPresent);
    press(KeyCode.ESCAPE);
    await(model().questionProperty(), Optional::isEmpty);
    assertThat(chosen()).isZero();
    assertThat(shown()).isEqualTo(ANN);
  }

  private int chosen() {
    return fx(() -> list().getSelectionModel().getSelectedIndex());
  }

  @Test
  void whatIsPastedIntoTheEmptyInputIsOpenedAndIntoTextIsTyped() throws InterruptedException {
    var wrapper = "From: user@example.net\nContent-Type: message/rfc822\n\n" + ANN;
    clipboard(wrapper);
    robot.interact(() -> node("input").requestFocus());
    press(KeyCode.CONTROL, KeyCode.V);
    await(Phase.READY);
    assertThat(names()).containsExactly("part 1", "pasted text");

    clipboard("192.0.2.11 ");
    robot.interact(() -> ((TextArea) node("input")).home());
    press(KeyCode.CONTROL, KeyCode.V);
    await(model().textProperty(), text -> text.startsWith("192.0.2.11 Received: from"));
  }

  @Test
  void outlookMessageSaysThatItsBodyIsNoneOfTheOctets(@TempDir Path folder)
      throws IOException, InterruptedException {
    var octets = Samples.received(ANN.substring(0, ANN.indexOf("\n\n")), "Hello");
    open(Files.write(folder.resolve("a.msg"), octets));
    await(Phase.READY);

    assertThat(fx(() -> model().lines().stream().map(InputLine::text).toList()))
        .contains(
            "an Outlook message: the body was put together anew, and hashes of the body cannot be"
                + " judged");
    assertThat(fx(() -> ((TextField) node("inputGiven")).getText()))
        .matches("a\\.msg, [0-9,]+ octets, SHA-256 [0-9a-f]{64}");
  }

  @Test
  void oneCaseAloneHasNoList() throws InterruptedException {
    paste(ANN);
    assertThat(fx(() -> node("cases").isVisible())).isFalse();
  }
}
