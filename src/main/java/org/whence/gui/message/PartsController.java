package org.whence.gui.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.Anatomy;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.PartRow;

/// Shows what the mail consists of. Choosing a part marks its octets and shows its header and
/// words.
public final class PartsController {
  private final CaseModel model;
  private final Map<PartRow, TreeItem<PartRow>> items = new HashMap<>();

  @FXML private TreeTableView<PartRow> parts;
  @FXML private TreeTableColumn<PartRow, String> what;
  @FXML private TreeTableColumn<PartRow, String> size;
  @FXML private TreeTableColumn<PartRow, String> sha256;
  @FXML private TreeTableColumn<PartRow, String> notes;
  @FXML private Label more;

  /// @param model the case to show
  public PartsController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    column(what, row -> row.words().path() + "  " + row.words().what());
    column(size, row -> row.words().size());
    column(sha256, row -> row.words().sha256());
    column(notes, row -> String.join("; ", row.words().notes()));
    size.getStyleClass().add("number");
    parts.setRowFactory(_ -> new Row());
    model.message().anatomyProperty().subscribe(this::show);
    parts
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, item) -> Optional.ofNullable(item).ifPresent(this::chosen));
    model
        .message()
        .partProperty()
        .subscribe(
            part -> part.map(items::get).ifPresent(item -> parts.getSelectionModel().select(item)));
  }

  private static void column(
      TreeTableColumn<PartRow, String> column, Function<PartRow, String> part) {
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(part.apply(features.getValue().getValue())));
    column.setCellFactory(_ -> new Cell());
  }

  private void show(Optional<Anatomy> anatomy) {
    items.clear();
    parts.setRoot(anatomy.map(Anatomy::root).map(this::item).orElse(null));
    // Its room is that of the others where nothing was noticed.
    notes.setVisible(
        anatomy.stream()
            .flatMap(found -> found.root().all())
            .anyMatch(row -> !row.words().notes().isEmpty()));
    var left = anatomy.map(Anatomy::moreParts).orElse(0);
    more.setText(left > 0 ? model.words().texts().text("message.parts.more", left) : "");
    more.setVisible(left > 0);
    more.setManaged(left > 0);
  }

  private TreeItem<PartRow> item(PartRow row) {
    var item = new TreeItem<>(row);
    item.setExpanded(true);
    items.put(row, item);
    item.getChildren().setAll(row.parts().stream().map(this::item).toList());
    return item;
  }

  private void chosen(TreeItem<PartRow> item) {
    var part = Optional.of(item.getValue());
    if (!model.message().partProperty().get().equals(part)) {
      model.message().partProperty().set(part);
      model.message().markProperty().set(Optional.of(item.getValue().place()));
    }
  }

  /// Text, and in full beside the mouse what the column is too narrow for.
  private static final class Cell extends TreeTableCell<PartRow, @Nullable String> {
    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      var shown = Optional.ofNullable(text).filter(whole -> !empty && !whole.isBlank());
      setText(shown.orElse(null));
      setTooltip(shown.map(Tooltip::new).orElse(null));
    }
  }

  /// A row that a screen reader reads as a whole.
  private static final class Row extends javafx.scene.control.TreeTableRow<PartRow> {
    @Override
    protected void updateItem(@Nullable PartRow row, boolean empty) {
      super.updateItem(row, empty);
      setAccessibleText(row == null ? null : String.join(", ", spoken(row)));
    }

    private static List<String> spoken(PartRow row) {
      return List.of(
          row.words().path(),
          row.words().what(),
          row.words().size(),
          String.join(", ", row.words().notes()));
    }
  }
}
