package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.gui.model.Phase;
import org.whence.report.Format;
import org.whence.report.Redaction;

/// Reports are looked at, redacted, and written several at once; nothing goes unasked.
final class ExportStoryTest extends GuiTest {
  private static final String MAIL =
      """
      Received: from mail.example.org ([192.0.2.10]) by mx.corp.example for <alice@corp.example>;
       Tue, 24 Nov 2026 10:00:00 +0000
      From: news@sender.example
      To: alice@corp.example
      Subject: Hello

      Text
      """;

  @TempDir Path folder;

  private void showExport() throws InterruptedException {
    investigate(MAIL);
    press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    await(node("sheet").visibleProperty(), shown -> shown);
    await(text().textProperty(), shown -> !shown.isEmpty());
  }

  private TextArea text() {
    return (TextArea) node("exportText");
  }

  private Label told() {
    return (Label) node("exportTold");
  }

  private void check(String id, boolean wanted) {
    robot.interact(() -> ((CheckBox) node(id)).setSelected(wanted));
  }

  private List<String> written() {
    return Stream.of(Objects.requireNonNull(folder.toFile().list())).sorted().toList();
  }

  @Test
  void previewFollowsWhatIsChosen() throws InterruptedException {
    showExport();
    assertThat(text().getText()).contains("192[.]0[.]2[.]10");

    check("exportDefang", false);
    await(text().textProperty(), shown -> shown.contains("192.0.2.10"));
    show(Format.JSON);
    await(text().textProperty(), shown -> shown.contains("alice@corp.example"));
    check("exportTake-recipient", true);
    await(text().textProperty(), shown -> shown.contains("redacted-recipient-1"));
    assertThat(text().getText()).doesNotContain("alice").contains("mx.corp.example");
    @SuppressWarnings("unchecked")
    var table = (TableView<Redaction.Replaced>) node("exportReplaced");
    assertThat(table.getItems())
        .contains(
            new Redaction.Replaced(
                Redaction.Kind.RECIPIENT, "alice@corp.example", "redacted-recipient-1"));
    show(Format.CSV);
    await(text().textProperty(), words -> words.startsWith("ip,"));
  }

  private void show(Format format) {
    @SuppressWarnings("unchecked")
    var shown = (ChoiceBox<Format>) node("exportShown");
    robot.interact(() -> shown.setValue(format));
  }

  @Test
  void exchangesAreLeftOutOfThePreviewToo() throws InterruptedException {
    showExport();
    var whole = text().getText();
    check("exportWithExchanges", false);
    await(text().textProperty(), shown -> shown.length() < whole.length());
  }

  @Test
  void severalFormatsAreWrittenAtOnceByASafeName() throws IOException, InterruptedException {
    chosen.folder = Optional.of(folder);
    showExport();
    check("exportAs-json", true);
    check("exportAs-text", true);
    check("exportTake-recipient", true);
    robot.clickOn("#sheet-export-write");
    await(told().textProperty(), text -> text.startsWith("Written"));

    assertThat(written()).hasSize(3);
    assertThat(written()).allMatch(name -> name.matches("pasted-[0-9a-f]{12}[.](json|pdf|txt)"));
    for (var name : written()) {
      var octets =
          new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.ISO_8859_1);
      assertThat(octets.contains("alice")).as(name).isFalse();
    }
  }

  @Test
  void whatIsThereIsReplacedOnlyWhenThatWasMeant() throws IOException, InterruptedException {
    chosen.folder = Optional.of(folder);
    showExport();
    robot.interact(() -> ((TextField) node("exportName")).setText("case"));
    check("exportAs-pdf", false);
    check("exportAs-text", true);
    Files.writeString(folder.resolve("case.txt"), "precious");
    robot.clickOn("#sheet-export-write");
    await(node("exportQuestion").visibleProperty(), shown -> shown);
    robot.clickOn("#questionNo");
    assertThat(folder.resolve("case.txt")).hasContent("precious");

    robot.clickOn("#sheet-export-write");
    await(node("exportQuestion").visibleProperty(), shown -> shown);
    robot.clickOn("#questionYes");
    await(told().textProperty(), text -> text.startsWith("Written"));
    assertThat(folder.resolve("case.txt")).content().contains("mail[.]example[.]org");
  }

  @Test
  void nameThatIsAPathIsRefusedAndAFormatThatCannotHoldTheCaseIsTold() throws InterruptedException {
    chosen.folder = Optional.of(folder);
    showExport();
    robot.interact(() -> ((TextField) node("exportName")).setText("../case"));
    robot.clickOn("#sheet-export-write");
    await(told().textProperty(), text -> text.contains("no name for a file"));
    robot.interact(() -> ((TextField) node("exportName")).setText("case"));
    press(KeyCode.ESCAPE);

    investigate("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    check("exportAs-arf", true);
    robot.interact(() -> ((TextField) node("exportName")).setText("case"));
    robot.clickOn("#sheet-export-write");
    await(told().textProperty(), text -> text.contains("mail"));
    assertThat(written()).containsExactly("case.pdf");
  }

  @Test
  void folderThatCannotBeWrittenIsTold() throws InterruptedException {
    showExport();
    robot.interact(
        () -> ((TextField) node("exportFolder")).setText(folder.resolve("none").toString()));
    robot.clickOn("#sheet-export-write");
    await(told().textProperty(), text -> text.contains("its folder does not exist"));
    assertThat(model().phaseProperty().get()).isEqualTo(Phase.DONE);
  }
}
