package org.whence.gui.main;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import org.jspecify.annotations.Nullable;
import org.whence.gui.export.ExportController;
import org.whence.gui.history.HistoryController;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ExportDesk;
import org.whence.gui.model.FileDialogs;
import org.whence.gui.model.HistoryDesk;
import org.whence.gui.model.WatchDesk;
import org.whence.gui.watch.WatchController;

/// The menu of what outlives a case, and the sheets that it opens: the history, a folder that is
/// watched, and reports.
public final class MoreController {
  private final CaseModel model;
  private final FileDialogs dialogs;
  private final HistoryDesk desk;
  private @Nullable Sheet sheet;

  @FXML private CheckMenuItem privateSession;
  @FXML private Parent history;
  @FXML private HistoryController historyController;
  @FXML private Parent watch;
  @FXML private WatchController watchController;
  @FXML private Parent exports;
  @FXML private ExportController exportsController;

  /// What outlives a case.
  public record Desks(HistoryDesk history, WatchDesk watch, ExportDesk exports) {
    /// The window closes.
    public void close() {
      history.close();
      watch.close();
      exports.close();
    }
  }

  /// @param dialogs asks for files and folders
  public MoreController(CaseModel model, Desks desks, FileDialogs dialogs) {
    this.model = model;
    this.dialogs = dialogs;
    this.desk = desks.history();
  }

  @FXML
  void initialize() {
    privateSession.selectedProperty().bindBidirectional(model.privateProperty());
    desk.recalledProperty().subscribe((_, _) -> showHistory());
  }

  /// @param place where sheets are shown
  void use(Sheet place) {
    sheet = place;
  }

  @FXML
  void showHistory() {
    if (sheet != null) {
      sheet.pane("sheet.history", history);
      historyController.opened(
          () -> dialogs.save(model.words().texts().text("history.file")), sheet::close);
    }
  }

  @FXML
  void showWatch() {
    if (sheet != null) {
      sheet.pane("sheet.watch", watch);
      watchController.opened(dialogs::folder);
    }
  }

  @FXML
  void showExport() {
    if (sheet != null) {
      exportsController.opened(dialogs::folder);
      sheet.export(exports, exportsController::write);
    }
  }
}
