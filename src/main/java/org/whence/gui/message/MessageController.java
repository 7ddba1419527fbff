package org.whence.gui.message;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.FieldRow;
import org.whence.gui.model.HopRow;
import org.whence.gui.model.RawText;
import org.whence.mail.HeaderField;

/// Shows the mail as it came, and marks the field that is looked at: that of the selected hop, or
/// one chosen from the list.
public final class MessageController {
  /// Lines that stay in sight above a marked field.
  private static final int LINES_ABOVE = 2;

  private final CaseModel model;
  private @Nullable HeaderField marked;

  @FXML private SplitPane mail;
  @FXML private Label none;
  @FXML private TextArea raw;
  @FXML private Label cut;
  @FXML private TableView<FieldRow> fields;
  @FXML private TableColumn<FieldRow, String> name;
  @FXML private TableColumn<FieldRow, String> value;

  /// @param model the case to show
  public MessageController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    column(name, FieldRow::name);
    column(value, FieldRow::value);
    fields.setItems(model.fields());
    fields
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, row) -> Optional.ofNullable(row).map(FieldRow::field).ifPresent(this::mark));
    model.rawProperty().subscribe(this::show);
    model.wordsProperty().subscribe(fields::refresh);
    // What was marked while the tab was hidden is scrolled to when it is shown.
    raw.heightProperty()
        .addListener((_, _, _) -> Optional.ofNullable(marked).ifPresent(this::mark));
    model.hopProperty().subscribe(hop -> hop.map(HopRow::field).ifPresent(this::choose));
  }

  private void column(TableColumn<FieldRow, String> column, Function<FieldRow, String> part) {
    column.setCellValueFactory(features ->
        new ReadOnlyStringWrapper(
            model.words().wording().running(part.apply(features.getValue()))));
  }

  private void show(Optional<RawText> shown) {
    marked = null;
    mail.setVisible(shown.isPresent());
    none.setVisible(shown.isEmpty());
    raw.setText(shown.map(RawText::text).orElse(""));
    var hidden = shown.map(RawText::hidden).orElse(0);
    cut.setText(hidden > 0 ? model.words().texts().text("message.cut", hidden) : "");
    cut.setManaged(hidden > 0);
    cut.setVisible(hidden > 0);
  }

  private void choose(HeaderField field) {
    fields.getItems().stream()
        .filter(row -> row.field().start() == field.start())
        .findFirst()
        .ifPresent(row -> {
          fields.getSelectionModel().select(row);
          fields.scrollTo(row);
          mark(field);
        });
  }

  private void mark(HeaderField field) {
    model
        .rawProperty()
        .get()
        .ifPresent(text -> {
          var start = text.position(field.start());
          raw.selectRange(text.position(field.end()), start);
          var above = text.text().substring(0, start).lines().count() - LINES_ABOVE;
          raw.setScrollTop(Math.max(0, above * lineHeight()));
          marked = field;
        });
  }

  private double lineHeight() {
    var line = new Text("X");
    line.setFont(raw.getFont());
    return line.getLayoutBounds().getHeight();
  }
}
