package org.whence.gui.message;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.FieldRow;
import org.whence.gui.model.PartRow;
import org.whence.gui.model.Spots;

/// Shows the header fields of the part that is looked at, with what was noticed about each.
/// Choosing one marks its octets and selects the step that was read from it, and the other way
/// round.
public final class FieldsController {
  private final CaseModel model;
  private final Spots spots;
  private boolean following;
  private Runnable toOctets = () -> {};

  @FXML private TableView<FieldRow> fields;
  @FXML private TableColumn<FieldRow, String> name;
  @FXML private TableColumn<FieldRow, String> value;
  @FXML private TableColumn<FieldRow, String> noticed;

  /// @param model the case to show
  /// @param spots knows which step was read from which field
  public FieldsController(CaseModel model, Spots spots) {
    this.model = model;
    this.spots = spots;
  }

  @FXML
  void initialize() {
    column(name, FieldRow::name);
    column(value, FieldRow::read);
    noticed.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(noticed(features.getValue())));
    noticed.setCellFactory(_ -> new WholeCell<>());
    fields
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> {
          if (row != null && !following) {
            spots.point(row.field());
          }
        });
    fields.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER
              && !key.isShortcutDown()
              && fields.getSelectionModel().getSelectedItem() != null) {
            key.consume();
            toOctets.run();
          }
        });
    model.rawProperty().subscribe(() -> show(model.fields()));
    model
        .message()
        .partProperty()
        .subscribe(part -> part.map(PartRow::fields).ifPresent(this::show));
    model.message().markProperty().subscribe(mark -> mark.ifPresent(this::follow));
    model.wordsProperty().subscribe(fields::refresh);
    model.chain().revisionProperty().subscribe(fields::refresh);
  }

  /// Sets who shows the octets of the chosen field.
  void onOctets(Runnable shown) {
    toOctets = shown;
  }

  /// Hands the keys to the fields.
  void focus() {
    fields.requestFocus();
  }

  private void column(TableColumn<FieldRow, String> column, Function<FieldRow, String> part) {
    column.setCellValueFactory(features ->
        new ReadOnlyStringWrapper(
            model.words().wording().running(part.apply(features.getValue()))));
    column.setCellFactory(_ -> new WholeCell<>());
  }

  private void show(List<FieldRow> rows) {
    following = true;
    fields.getItems().setAll(rows);
    following = false;
    model.message().markProperty().get().ifPresent(this::follow);
  }

  /// Selects the field that is marked, or in which a piece is.
  private void follow(Value.Place mark) {
    following = true;
    fields.getItems().stream()
        .filter(row -> row.field().start() <= mark.start() && mark.end() <= row.field().end())
        .findFirst()
        .ifPresentOrElse(this::select, fields.getSelectionModel()::clearSelection);
    following = false;
  }

  private void select(FieldRow row) {
    if (!row.equals(fields.getSelectionModel().getSelectedItem())) {
      fields.getSelectionModel().select(row);
      fields.scrollTo(Math.max(0, fields.getItems().indexOf(row) - 1));
    }
  }

  /// What was noticed about a field, wherever in the tree.
  private String noticed(FieldRow row) {
    return model.chain().tops().stream()
        .flatMap(ChainNode::all)
        .flatMap(node -> node.state().findings().stream())
        .filter(finding -> isIn(finding, row))
        .map(model.words().wording()::finding)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static boolean isIn(Finding finding, FieldRow row) {
    return Spots.of(finding)
        .filter(at -> row.field().start() <= at.start() && at.start() < row.field().end())
        .isPresent();
  }
}
