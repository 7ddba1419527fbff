package org.whence.gui.input;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.CaseRow;
import org.whence.gui.model.Desk;

/// Lists the cases of an input that holds several, and asks for the password of an archive.
public final class CasesController {
  private static final double INDENT = 14;

  private final CaseModel model;
  private final Desk desk;
  private boolean showing;

  @FXML private VBox cases;
  @FXML private Label title;
  @FXML private ListView<CaseRow> list;
  @FXML private VBox lock;
  @FXML private Label locked;
  @FXML private PasswordField password;

  /// @param model the case to show
  public CasesController(CaseModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
  }

  @FXML
  void initialize() {
    var found = model.cases();
    title.textProperty().bind(found.titleProperty());
    list.setItems(found.rows());
    list.setCellFactory(_ -> new Cell());
    found.titleProperty().subscribe(text -> visible(cases, !text.isEmpty()));
    found
        .lockedProperty()
        .subscribe(archive -> {
          visible(lock, !archive.isEmpty());
          locked.setText(
              archive.isEmpty() ? "" : model.words().texts().text("cases.locked", archive));
          password.clear();
        });
    found.chosenProperty().subscribe(this::follow);
    // Who stays with the case on the desk sees it chosen again.
    model.questionProperty().subscribe(() -> follow(found.chosenProperty().get()));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> {
          if (row != null && !showing) {
            desk.choose(row);
          }
        });
  }

  private static void visible(VBox box, boolean shown) {
    box.setVisible(shown);
    box.setManaged(shown);
  }

  private void follow(Optional<CaseRow> chosen) {
    showing = true;
    chosen.ifPresentOrElse(
        list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
    showing = false;
  }

  @FXML
  void unlock() {
    if (!password.getText().isEmpty()) {
      desk.password(password.getText());
    }
  }

  /// What it is called, the deeper the further to the right.
  private static final class Cell extends ListCell<@Nullable CaseRow> {
    @Override
    protected void updateItem(@Nullable CaseRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(row.name());
      var icon = new FontIcon(row.container() ? Feather.PACKAGE : Feather.MAIL);
      icon.setTranslateX(row.depth() * INDENT);
      setGraphic(icon);
      setGraphicTextGap(6 + row.depth() * INDENT);
    }
  }
}
