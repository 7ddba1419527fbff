package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
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
    handle.setOnDragDetected(
        event -> {
          var content = new ClipboardContent();
          content.putFiles(List.of(file.toFile()));
          handle.startDragAndDrop(TransferMode.COPY).setContent(content);
          event.consume();
        });
    robot.interact(
        () -> {
          var window = (StackPane) node("window");
          StackPane.setAlignment(handle, javafx.geometry.Pos.BOTTOM_RIGHT);
          window.getChildren().add(handle);
        });
    robot.drag(handle).dropTo("#tree");
    await(Phase.READY);
    assertThat(model().lines().getFirst().text()).contains("2 addresses");
  }
}
