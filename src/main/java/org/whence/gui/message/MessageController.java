package org.whence.gui.message;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.whence.gui.model.CaseModel;

/// Shows the mail, or that there is none. One key leads from a field to its octets and back.
public final class MessageController {
  private final CaseModel model;

  @FXML private SplitPane mail;
  @FXML private Label none;
  @FXML private TabPane partTabs;
  @FXML private Tab fieldsTab;
  @FXML private FieldsController fieldsController;
  @FXML private RawController rawController;

  /// @param model the case to show
  public MessageController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    fieldsController.onOctets(rawController::focus);
    rawController.onField(() -> {
      partTabs.getSelectionModel().select(fieldsTab);
      fieldsController.focus();
    });
    model
        .rawProperty()
        .subscribe(raw -> {
          mail.setVisible(raw.isPresent());
          none.setVisible(raw.isEmpty());
        });
  }
}
