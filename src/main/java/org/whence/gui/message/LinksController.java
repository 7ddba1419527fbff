package org.whence.gui.message;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.Anatomy;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Clip;
import org.whence.gui.model.LinkRow;
import org.whence.report.Defang;

/// Shows where the mail leads: what a reader sees beside where it really goes. Nothing here opens
/// anything.
public final class LinksController {
  private static final PseudoClass ELSEWHERE = PseudoClass.getPseudoClass("elsewhere");

  private final CaseModel model;
  private final Clip clip;

  @FXML private TableView<LinkRow> links;
  @FXML private TableColumn<LinkRow, String> part;
  @FXML private TableColumn<LinkRow, String> kind;
  @FXML private TableColumn<LinkRow, String> shown;
  @FXML private TableColumn<LinkRow, String> target;
  @FXML private TableColumn<LinkRow, String> note;
  @FXML private Label more;

  /// @param clip where copies go
  public LinksController(CaseModel model, Clip clip) {
    this.model = model;
    this.clip = clip;
  }

  @FXML
  void initialize() {
    column(part, row -> row.words().part());
    column(kind, row -> row.words().kind());
    column(shown, row -> row.words().shown());
    column(target, row -> row.words().target());
    column(note, row -> row.words().note());
    links.setRowFactory(_ -> new Row());
    model.message().anatomyProperty().subscribe(this::show);
  }

  private static void column(TableColumn<LinkRow, String> column, Function<LinkRow, String> words) {
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(words.apply(features.getValue())));
    column.setCellFactory(_ -> new WholeCell<>());
  }

  private void show(Optional<Anatomy> anatomy) {
    anatomy.ifPresentOrElse(
        found -> links.getItems().setAll(found.links()), () -> links.getItems().clear());
    var left = anatomy.map(Anatomy::moreLinks).orElse(0);
    more.setText(left > 0 ? model.words().texts().text("message.links.more", left) : "");
    more.setVisible(left > 0);
    more.setManaged(left > 0);
  }

  private Optional<LinkRow> chosen() {
    return Optional.ofNullable(links.getSelectionModel().getSelectedItem());
  }

  @FXML
  void copyTarget() {
    chosen().ifPresent(row -> clip.text(row.link().target()));
  }

  @FXML
  void copyDefanged() {
    chosen().ifPresent(row -> clip.text(Defang.text(row.link().target())));
  }

  /// A link that leads elsewhere than it says is set off.
  private static final class Row extends TableRow<LinkRow> {
    @Override
    protected void updateItem(@Nullable LinkRow row, boolean empty) {
      super.updateItem(row, empty);
      var elsewhere = !empty && row != null && row.link().elsewhere().isPresent();
      pseudoClassStateChanged(ELSEWHERE, elsewhere);
      setAccessibleText(
          empty || row == null
              ? null
              : String.join(
                  ", ",
                  row.words().kind(),
                  row.words().shown(),
                  row.words().target(),
                  row.words().note()));
    }
  }
}
