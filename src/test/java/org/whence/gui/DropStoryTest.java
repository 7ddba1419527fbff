package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.gui.model.CaseRow;
import org.whence.gui.model.Phase;

/// What is dropped anywhere is a new investigation.
///
/// JavaFX's headless platform cannot drag ("not supported yet", 26.0.2), and no desktop is there to
/// drop anything, so the event of the drop is fired as a platform would.
final class DropStoryTest extends GuiTest {

  private void drop(ClipboardContent content) {
    robot.interact(() -> {
      var board = DragboardHelper.createDragboard(Toolkit.getToolkit().createLocalClipboard());
      board.setContent(content);
      var target = node("tree");
      var place = new PickResult(target, 5, 5);
      var copy = TransferMode.COPY;
      var type = DragEvent.DRAG_DROPPED;
      Event.fireEvent(target, new DragEvent(type, board, 5, 5, 5, 5, copy, null, target, place));
    });
  }

  @Test
  void droppedFileIsRead(@TempDir Path folder) throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("list.txt"), "192.0.2.10\n192.0.2.11\n");
    var content = new ClipboardContent();
    content.putFiles(List.of(file.toFile()));
    drop(content);
    await(Phase.READY);
    assertThat(model().lines().getFirst().text()).contains("2 addresses");
    assertThat(places.opened()).isEmpty();
  }

  @Test
  void severalFilesAndFoldersAreListedAndNoneIsForgotten(@TempDir Path folder)
      throws IOException, InterruptedException {
    var content = new ClipboardContent();
    content.putFiles(
        List.of(
            Files.writeString(folder.resolve("b.eml"), "From: b@b.example\nSubject: x\n\nb\n")
                .toFile(),
            Files.writeString(folder.resolve("a.eml"), "From: a@a.example\nSubject: x\n\na\n")
                .toFile(),
            Files.createDirectory(folder.resolve("more")).toFile()));
    Files.writeString(folder.resolve("more/c.eml"), "From: c@c.example\nSubject: x\n\nc\n");
    drop(content);
    await(Phase.READY);

    assertThat(fx(() -> model().cases().rows().stream().map(CaseRow::name).toList()))
        .containsExactly("b.eml", "a.eml", "more");
    assertThat(model().inputProperty().get().orElseThrow().source().name()).isEqualTo("b.eml");
    robot.interact(() -> ((ListView<?>) node("casesList")).getSelectionModel().select(2));
    await(model().textProperty(), text -> text.contains("From: c@c.example"));
  }

  @Test
  void fileThatCannotBeReadIsToldAndThoseBesideItAreRead(@TempDir Path folder)
      throws IOException, InterruptedException {
    var content = new ClipboardContent();
    content.putFiles(
        List.of(
            folder.resolve("gone.eml").toFile(),
            Files.writeString(folder.resolve("a.eml"), "From: a@a.example\nSubject: x\n\na\n")
                .toFile()));
    drop(content);
    await(Phase.READY);
    assertThat(fx(() -> model().cases().rows().stream().map(CaseRow::name).toList()))
        .containsExactly("gone.eml", "a.eml");
    assertThat(model().inputProperty().get().orElseThrow().source().name()).isEqualTo("a.eml");
    assertThat(model().noticeProperty().get().text()).contains("gone.eml: no such file");
  }

  @Test
  void droppedTextIsReadAsPasted() throws InterruptedException {
    var content = new ClipboardContent();
    content.putString("192.0.2.10");
    drop(content);
    await(Phase.READY);
    assertThat(model().textProperty().get()).isEqualTo("192.0.2.10");
  }
}
