package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableCell;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.casefile.CaseReader;
import org.whence.dns.Failure;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;

/// A case from the first note to the file, and out of the file again.
final class CaseStoryTest extends GuiTest {
  @TempDir Path folder;

  private void note(String text) {
    robot.interact(() -> tree().getSelectionModel().select(0));
    press(KeyCode.F2);
    robot.write(text);
  }

  private String words(String id) {
    return fx(() -> ((TextArea) node(id)).getText());
  }

  private void notesTab() {
    var tabs = (TabPane) node("tabs");
    robot.interact(() -> tabs.getSelectionModel().select(5));
    assertThat(fx(() -> tabs.getSelectionModel().getSelectedItem().getId())).isEqualTo("notesTab");
  }

  /// How many rows that are seen have the mark of a note.
  private long rowsMarked() {
    return fx(() -> {
      stage().getScene().snapshot(null);
      return tree().lookupAll(".subject").stream()
          .filter(TreeTableCell.class::isInstance)
          .map(TreeTableCell.class::cast)
          .filter(cell -> cell.getTableRow().isVisible() && cell.getGraphic() != null)
          .count();
    });
  }

  private boolean asked() {
    return fx(() -> node("sheet").isVisible());
  }

  private String title() {
    return fx(stage()::getTitle);
  }

  @Test
  void whatDnsSaidIsSavedAsARecordingThatAnswers() throws InterruptedException, IOException {
    places.live();
    investigate("192.0.2.10");
    chosen.saved = Optional.of(folder.resolve("any"));
    fire("export", "saveRecording");
    await(model().noticeProperty(), notice -> notice.text().startsWith("Written"));

    var recording = folder.resolve("case.dns.jsonl");
    assertThat(Files.readAllLines(recording)).hasSize(3).allMatch(line -> line.startsWith("{"));
    chosen.recording = Optional.of(recording);
    places.answer(Zone.failing(Failure.NETWORK));
    fire("again", "answerRecording");
    await(Phase.DONE);
    assertThat(rows().getFirst()).contains("192.0.2.10", "IPREV pass");
  }

  @Test
  void noteIsWrittenMarkedTakenBackAndSaved() throws InterruptedException, IOException {
    investigate("192.0.2.10");
    note("call");
    press(KeyCode.ESCAPE);
    assertThat(fx(() -> tree().isFocused())).isTrue();
    assertThat(rowsMarked()).isOne();
    assertThat(title()).contains("*");

    press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(words("note")).isEmpty();
    assertThat(rowsMarked()).isZero();
    press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(words("note")).isEqualTo("call");

    var file = folder.resolve("ticket.whence");
    saveCase(file);
    assertThat(title()).startsWith("ticket.whence").doesNotContain("*");
    assertThat(CaseReader.read(file).notes().ofSteps().getFirst().text()).isEqualTo("call");
  }

  @Test
  void conclusionAndTagsAreInTheFileAndComeBack() throws InterruptedException {
    investigate("192.0.2.10");
    note("hub");
    notesTab();
    robot.clickOn("#conclusion").write("not us");
    robot.clickOn("#tags").write("bank, 4711");
    var file = folder.resolve("ticket.whence");
    chosen.cases.add(file);
    press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    await(model().saved().changedProperty(), changed -> !changed);

    robot.interact(() -> tree().requestFocus());
    paste("192.0.2.11");
    assertThat(words("conclusion")).isEmpty();
    openCase(file);
    assertThat(words("conclusion")).isEqualTo("not us");
    assertThat(fx(() -> ((TextField) node("tags")).getText())).isEqualTo("bank, 4711");
    var list = (ListView<?>) node("notesList");
    robot.interact(() -> list.getSelectionModel().select(0));
    assertThat(model().selectedProperty().get()).isPresent();
    assertThat(words("note")).isEqualTo("hub");
  }

  @Test
  void openedCaseSaysWhenItWasRecordedAndAsksAgain() throws InterruptedException {
    investigate("192.0.2.10");
    var file = folder.resolve("ticket.whence");
    saveCase(file);
    assertThat(fx(() -> node("banner").isVisible())).isFalse();
    openCase(file);
    var text = (Label) node("bannerText");
    assertThat(fx(text::getText)).contains("recorded 2026-11-23", "through", "Nothing is asked");
    var before = places.opened().size();

    robot.clickOn("#bannerCompare");
    await(model().comparisonProperty(), Optional::isPresent);
    assertThat(places.opened()).hasSize(before + 1);
    assertThat(fx(text::getText)).contains("Asked anew", "2026-11-23");
    assertThat(title()).doesNotContain("ticket.whence*");
  }

  @Test
  void closingAsksAndCanBeCancelled() throws InterruptedException {
    investigate("192.0.2.10");
    note("unsaved");
    close();
    assertThat(asked()).isTrue();
    assertThat(fx(() -> ((Label) node("questionText")).getText())).contains("would be lost");
    press(KeyCode.ESCAPE);
    assertThat(asked()).isFalse();
    assertThat(fx(stage()::isShowing)).isTrue();
    assertThat(words("note")).isEqualTo("unsaved");
    close();
    robot.clickOn("#leave-discard");
    assertThat(fx(stage()::isShowing)).isFalse();
  }

  private void close() {
    robot.interact(
        () -> stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  @Test
  void damagedCaseIsToldInOneLineAndItsRestIsShown() throws InterruptedException, IOException {
    investigate("192.0.2.10");
    var file = folder.resolve("ticket.whence");
    saveCase(file);
    var octets = Files.readAllBytes(file);
    var name = new String(octets, StandardCharsets.ISO_8859_1).indexOf("notes.json");
    octets[name + "notes.json".length() + 4] ^= 0x55;
    Files.write(file, octets);
    openCase(file);
    assertThat(model().noticeProperty().get().text())
        .contains("ticket.whence", "notes.json")
        .doesNotContain("\n");
    assertThat(model().textProperty().get()).isEqualTo("192.0.2.10");
    assertThat(model().saved().fileProperty().get()).isEmpty();
  }
}
