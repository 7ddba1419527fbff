package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.gui.model.Phase;

/// A file that is dropped anywhere is a new investigation.
final class DropStoryTest extends GuiTest {

  @Test
  void droppedFileIsInvestigated(@TempDir Path folder) throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("list.txt"), "192.0.2.10\n192.0.2.11\n");
    var handle = new Label("file");
    handle.setOnDragDetected(event -> drop(handle, file));
    robot.interact(
        () -> {
          var window = (StackPane) node("window");
          StackPane.setAlignment(handle, Pos.BOTTOM_RIGHT);
          window.getChildren().add(handle);
        });
    robot.drag(handle).moveBy(-40, -40).drop();
    await(Phase.READY);
    assertThat(model().lines().getFirst().text()).contains("2 addresses");
  }

  /// The headless platform starts a drag but has no desktop that would drop it: the event of the drop
  /// is fired as the platform would.
  private void drop(Node handle, Path file) {
    var content = new ClipboardContent();
    content.putFiles(List.of(file.toFile()));
    var board = handle.startDragAndDrop(TransferMode.COPY);
    board.setContent(content);
    var target = node("tree");
    for (var type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
      Event.fireEvent(
          target,
          new DragEvent(
              type, board, 5, 5, 5, 5, TransferMode.COPY, null, target, new PickResult(target, 5, 5)));
    }
  }
}
