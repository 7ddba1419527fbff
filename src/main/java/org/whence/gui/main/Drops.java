package org.whence.gui.main;

import java.io.File;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.whence.gui.model.Desk;

/// Files or text that are dropped anywhere on the window are a new investigation.
final class Drops {
  private final Desk desk;

  Drops(Desk desk) {
    this.desk = desk;
  }

  void installOn(Node window) {
    window.addEventFilter(DragEvent.DRAG_OVER, Drops::over);
    window.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private static void over(DragEvent event) {
    var board = event.getDragboard();
    if (board.hasFiles() || (board.hasString() && event.getGestureSource() == null)) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    var board = event.getDragboard();
    if (board.hasFiles()) {
      desk.open(board.getFiles().stream().map(File::toPath).toList());
    } else if (board.hasString() && event.getGestureSource() == null) {
      desk.paste(board.getString());
    } else {
      return;
    }
    event.setDropCompleted(true);
    event.consume();
  }
}
