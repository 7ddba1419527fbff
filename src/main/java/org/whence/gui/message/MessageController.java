package org.whence.gui.message;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import org.whence.gui.model.CaseModel;

/// Shows the mail, or that there is none.
public final class MessageController {
  private final CaseModel model;

  @FXML private SplitPane mail;
  @FXML private Label none;

  /// @param model the case to show
  public MessageController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    model
        .rawProperty()
        .subscribe(raw -> {
          mail.setVisible(raw.isPresent());
          none.setVisible(raw.isEmpty());
        });
  }
}
