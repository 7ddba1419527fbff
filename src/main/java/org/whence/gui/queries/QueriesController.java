package org.whence.gui.queries;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Exchange;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.NodeWords;
import org.whence.gui.model.QueryRow;

/// Shows every question; choosing one selects the step that asked it.
public final class QueriesController {
  private final CaseModel model;

  @FXML private TableView<QueryRow> queries;
  @FXML private TableColumn<QueryRow, QueryRow> number;
  @FXML private TableColumn<QueryRow, QueryRow> type;
  @FXML private TableColumn<QueryRow, QueryRow> name;
  @FXML private TableColumn<QueryRow, QueryRow> outcome;
  @FXML private TableColumn<QueryRow, QueryRow> answer;
  @FXML private TableColumn<QueryRow, QueryRow> server;
  @FXML private TableColumn<QueryRow, QueryRow> took;
  @FXML private TableColumn<QueryRow, QueryRow> age;

  /// @param model the case to show
  public QueriesController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    text(number, row -> Integer.toString(row.number()), Comparator.comparingInt(QueryRow::number));
    text(type, QueryRow::type, Comparator.comparing(QueryRow::type));
    text(name, this::name, Comparator.comparing(QueryRow::name));
    text(answer, row -> answered(row, model.words()::answer), byText(answer));
    text(
        server,
        row -> answered(row, e -> model.words().wording().running(e.server())),
        byText(server));
    text(took, this::took, Comparator.comparing(QueryRow::took));
    text(age, this::age, Comparator.comparing(QueryRow::cached));
    outcome.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    outcome.setCellFactory(_ -> new OutcomeCell());
    outcome.setComparator(Comparator.comparing(this::word));
    took.getStyleClass().add("number");
    number.getStyleClass().add("number");
    var sorted = new SortedList<>(model.queries().rows());
    sorted.comparatorProperty().bind(queries.comparatorProperty());
    queries.setItems(sorted);
    queries
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> Optional.ofNullable(row).ifPresent(this::go));
    model.wordsProperty().subscribe(queries::refresh);
  }

  private static Comparator<QueryRow> byText(TableColumn<QueryRow, QueryRow> column) {
    return Comparator.comparing(row -> column.getText() + row.exchange().map(Object::toString));
  }

  private void go(QueryRow row) {
    model.chain().at(row.path()).ifPresent(node -> model.selectedProperty().set(Optional.of(node)));
  }

  private static void text(
      TableColumn<QueryRow, QueryRow> column,
      Function<QueryRow, String> words,
      Comparator<QueryRow> order) {
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(_ -> new TextCell(words));
    column.setComparator(order);
  }

  private String name(QueryRow row) {
    return model.words().wording().name(row.name());
  }

  private static String answered(QueryRow row, Function<Exchange, String> words) {
    return row.exchange().map(words).orElse("");
  }

  private String took(QueryRow row) {
    return row.exchange().map(e -> Long.toString(e.took().toMillis())).orElse("");
  }

  private String age(QueryRow row) {
    return row.exchange()
        .flatMap(Exchange::cacheAge)
        .map(age -> model.words().texts().text("queries.age.value", age.toSeconds()))
        .orElse("");
  }

  private String word(QueryRow row) {
    return row.exchange()
        .map(NodeWords::status)
        .orElseGet(() ->
            model
                .words()
                .texts()
                .text("progress." + (row.stopped() ? "stopped" : "asked"))
                .toLowerCase(Locale.ROOT));
  }

  private static final class TextCell extends TableCell<QueryRow, @Nullable QueryRow> {
    private final Function<QueryRow, String> words;

    TextCell(Function<QueryRow, String> words) {
      this.words = words;
    }

    @Override
    protected void updateItem(@Nullable QueryRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : words.apply(row));
    }
  }

  private final class OutcomeCell extends TableCell<QueryRow, @Nullable QueryRow> {
    private final MarkLabel mark = new MarkLabel();

    OutcomeCell() {
      setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable QueryRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      var waiting = row.stopped() ? Mark.STOPPED : Mark.ASKED;
      mark.show(
          Optional.of(row.exchange().map(e -> Mark.of(e.answer())).orElse(waiting)), word(row));
      setGraphic(mark);
    }
  }
}
