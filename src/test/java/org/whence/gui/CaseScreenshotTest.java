package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.gui.model.Phase;

/// Draws a case that was opened, with what the analyst wrote.
final class CaseScreenshotTest extends Pictures {
  @TempDir Path folder;

  @Test
  void caseWithNotesAConclusionAndTags() throws InterruptedException, IOException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    var file = folder.resolve("ticket-4711.whence");
    saveCase(file);
    openCase(file);
    robot.interact(() -> ((SplitPane) node("rows")).setDividerPositions(0.62));
    robot.interact(() -> {
      var tops = model().chain().tops();
      model().notes().write(tops.get(1), "Shared hosting. Their abuse desk answers within a day.");
      model().notes().write(tops.get(2).children().getFirst(), "Ask who runs this relay.");
      model().notes().conclude("Phish by way of a hosting account; the bank is not involved.");
      model().notes().tag(List.of("bank", "ticket 4711"));
      model().selectedProperty().set(Optional.of(tops.get(2).children().getFirst()));
    });
    tab("tabs", 5);
    bothThemes("case", 0.6);
  }

  @Test
  void questionBeforeWhatWasWrittenIsLost() throws InterruptedException, IOException {
    robot.clickOn("#sample");
    await(Phase.DONE);
    robot.interact(() -> model().notes().conclude("Phish."));
    clipboard("192.0.2.10");
    robot.interact(() -> tree().requestFocus());
    press(KeyCode.CONTROL, KeyCode.V);
    await(model().questionProperty(), Optional::isPresent);
    assertThat(brightness(picture("screenshot-question", false))).isGreaterThan(0.3);
    dark();
    assertThat(brightness(picture("screenshot-question-dark", false))).isLessThan(0.3);
  }

  @Override
  int width() {
    return 1280;
  }
}
