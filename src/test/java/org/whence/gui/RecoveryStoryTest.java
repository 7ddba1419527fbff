package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.casefile.CaseFile;
import org.whence.casefile.Journal;
import org.whence.casefile.Notes;
import org.whence.casefile.Provenance;
import org.whence.gui.model.Phase;
import org.whence.gui.model.Zone;
import org.whence.investigation.InputReader;
import org.whence.investigation.Options;

/// The window after a crash.
final class RecoveryStoryTest extends GuiTest {
  @TempDir static Path folder;

  RecoveryStoryTest() {
    places.keepIn(folder);
    var begun =
        CaseFile.begun(
            InputReader.pasted("192.0.2.10"),
            Options.defaults(),
            Provenance.begun(Optional.empty(), Zone.NOW));
    try {
      for (var old : Journal.left(folder)) {
        Journal.forget(old);
      }
      // Letting go of it is all that a process does that is killed.
      Journal.begin(folder, begun.withNotes(Notes.NONE.withConclusion("was at it"))).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> journals() throws IOException {
    try (var found = Files.list(folder)) {
      return found.toList();
    }
  }

  @Test
  void whatWasLeftIsOfferedAndOpened() throws InterruptedException, IOException {
    await(model().questionProperty(), Optional::isPresent);
    assertThat(fx(() -> ((Label) node("questionText")).getText())).contains("program ended");
    robot.clickOn("#left-open");
    await(Phase.DONE);
    assertThat(fx(() -> ((TextArea) node("conclusion")).getText())).isEqualTo("was at it");
    assertThat(fx(stage()::getTitle)).contains("*");
    robot.interact(() -> stage().close());
    assertThat(journals()).isEmpty();
  }

  @Test
  void laterLeavesItForTheNextStart() throws InterruptedException, IOException {
    await(model().questionProperty(), Optional::isPresent);
    press(KeyCode.ESCAPE);
    assertThat(model().questionProperty().get()).isEmpty();
    robot.interact(() -> stage().close());
    assertThat(Journal.left(folder)).hasSize(1);
  }
}
