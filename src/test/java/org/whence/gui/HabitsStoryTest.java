package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.gui.model.Settings;
import org.whence.report.Format;

/// The habits that the window serves: keys, filters, copies, reports, dark.
final class HabitsStoryTest extends GuiTest {

  @Test
  void filterLeavesOneGroup() throws InterruptedException {
    investigate("192.0.2.10 192.0.2.11 192.0.2.12");
    robot.clickOn("#filterPass");
    assertThat(rows()).noneMatch(row -> row.contains("IPREV fail"));
    assertThat(rows().getFirst()).contains("192.0.2.10");
    robot.clickOn("#filterPass").clickOn("#filterFail");
    assertThat(rows()).noneMatch(row -> row.contains("IPREV pass"));
    assertThat(rows()).anyMatch(row -> row.contains("192.0.2.12"));
  }

  @Test
  void slashSearches() throws InterruptedException {
    investigate("192.0.2.10 192.0.2.11");
    robot.interact(() -> tree().requestFocus());
    robot.write("/");
    assertThat(fx(() -> node("search").isFocused())).isTrue();
    robot.write("other");
    assertThat(fx(() -> ((TextField) node("search")).getText())).isEqualTo("other");
    assertThat(rows().getFirst()).contains("192.0.2.11");
  }

  @Test
  void keyboardAloneIsEnough() throws InterruptedException {
    investigate("192.0.2.10 192.0.2.11");
    robot.interact(() -> tree().requestFocus());
    press(KeyCode.HOME);
    press(KeyCode.DOWN);
    assertThat(model().selectedProperty().get()).isPresent();
    press(KeyCode.UP);
    assertThat(model().selectedProperty().get().orElseThrow().path()).isEqualTo("0.0");
    press(KeyCode.LEFT);
    assertThat(fx(() -> tree().getTreeItem(0).isExpanded())).isFalse();
    press(KeyCode.RIGHT);
    assertThat(fx(() -> tree().getTreeItem(0).isExpanded())).isTrue();
    press(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard()).isEqualTo("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    assertThat(clipboard()).isEqualTo("192[.]0[.]2[.]10");
    press(KeyCode.F1);
    assertThat(fx(() -> node("sheet").isVisible())).isTrue();
    press(KeyCode.ESCAPE);
    assertThat(fx(() -> node("sheet").isVisible())).isFalse();
    assertThat(fx(() -> tree().isFocused())).isTrue();
  }

  @Test
  void treeAsTextIsOneKeyAway() throws InterruptedException {
    investigate("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.T);
    await(node("sheet").visibleProperty(), visible -> visible);
    var text = (TextArea) node("sheetText");
    assertThat(fx(() -> text.getText())).contains("PTR 10.2.0.192.in-addr.arpa");
    robot.clickOn("#sheet-copy");
    assertThat(clipboard()).contains("mail.example.org");
  }

  @Test
  void reportIsExported(@TempDir Path folder) throws InterruptedException {
    chosen.saved = Optional.of(folder.resolve("case.json"));
    investigate("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.E);
    robot.clickOn("#exportJson");
    await(model().noticeProperty(), notice -> notice.text().contains("case.json"));
    assertThat(chosen.formats).containsExactly(Format.JSON);
    assertThat(folder.resolve("case.json")).content().contains("\"schema\"");
  }

  @Test
  void everyFormatIsOfferedAndMayBeRedacted(@TempDir Path folder) throws InterruptedException {
    chosen.saved = Optional.of(folder.resolve("case.md"));
    investigate("192.0.2.10");
    press(KeyCode.CONTROL, KeyCode.E);
    robot.clickOn("#exportRedacted");
    press(KeyCode.CONTROL, KeyCode.E);
    robot.clickOn("#exportMarkdown");
    await(model().noticeProperty(), notice -> notice.text().contains("case.md"));
    assertThat(chosen.formats).containsExactly(Format.MARKDOWN);
    assertThat(folder.resolve("case.md")).content().startsWith("# ").contains("Redacted");
  }

  @Test
  void darkIsChosenAndRemembered() {
    var light = fx(this::background);
    robot.clickOn("#theme").clickOn("#themeDark");
    assertThat(settings.theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(fx(this::background)).isNotEqualTo(light);
  }

  private String background() {
    node("window").getScene().getRoot().applyCss();
    return ((javafx.scene.layout.Region) node("window"))
        .getBackground()
        .getFills()
        .getFirst()
        .getFill()
        .toString();
  }

  @Test
  void defangingIsSeenInEveryRow() throws InterruptedException {
    investigate("192.0.2.10");
    robot.clickOn("#defang");
    assertThat(rows()).noneMatch(row -> row.contains("192.0.2") || row.contains("mail.example"));
  }

  @Test
  void fileIsOpenedByItsKey(@TempDir Path folder) throws IOException, InterruptedException {
    chosen.opened = List.of(Files.writeString(folder.resolve("list.txt"), "192.0.2.10\n"));
    press(KeyCode.CONTROL, KeyCode.O);
    await(org.whence.gui.model.Phase.READY);
    assertThat(fx(() -> stage().getTitle())).contains("list.txt");
  }

  @Test
  void choicesAreRemembered() {
    robot.clickOn("#asking");
    assertThat(settings.asking()).isFalse();
    var resolver = (javafx.scene.control.ComboBox<?>) node("resolver");
    robot.doubleClickOn(resolver.getEditor()).write("udp://192.0.2.53:53").push(KeyCode.ENTER);
    assertThat(settings.resolver()).isEqualTo("udp://192.0.2.53:53");
  }
}
