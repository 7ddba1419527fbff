package org.whence.gui.queries;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.QueryRow;
import org.whence.gui.model.QueryWords;

/// Shows every question as a waterfall: what became of it, and when. Choosing one selects the step
/// that asked it.
public final class QueriesController {
  /// What the cells of a table leave free on their sides.
  private static final double PADDING = 12;

  private final CaseModel model;

  @FXML private TableView<QueryRow> queries;
  @FXML private TableColumn<QueryRow, QueryRow> number;
  @FXML private TableColumn<QueryRow, QueryRow> type;
  @FXML private TableColumn<QueryRow, QueryRow> name;
  @FXML private TableColumn<QueryRow, QueryRow> outcome;
  @FXML private TableColumn<QueryRow, QueryRow> answer;
  @FXML private TableColumn<QueryRow, QueryRow> server;
  @FXML private TableColumn<QueryRow, QueryRow> transport;
  @FXML private TableColumn<QueryRow, QueryRow> dnssec;
  @FXML private TableColumn<QueryRow, QueryRow> waterfall;
  @FXML private TableColumn<QueryRow, QueryRow> took;
  @FXML private TableColumn<QueryRow, QueryRow> way;

  /// @param model the case to show
  public QueriesController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    text(number, (_, row) -> Integer.toString(row.number()));
    text(type, (_, row) -> row.type());
    text(name, QueryWords::name);
    text(answer, QueryWords::answer);
    text(server, QueryWords::server);
    text(transport, QueryWords::transport);
    text(dnssec, QueryWords::dnssec);
    text(took, QueryWords::took);
    text(way, QueryWords::way);
    way.setCellFactory(_ -> new WayCell());
    number.setComparator(Comparator.comparingInt(QueryRow::number));
    took.setComparator(Comparator.comparing(QueryRow::took));
    took.getStyleClass().add("number");
    number.getStyleClass().add("number");
    cells(outcome, QueryWords::outcome);
    outcome.setCellFactory(_ -> new OutcomeCell());
    cells(waterfall, (_, row) -> Integer.toString(row.number()));
    waterfall.setCellFactory(_ -> new BarCell());
    waterfall.setSortable(false);
    axis();
    showDnssec();
    var sorted = new SortedList<>(model.queries().rows());
    sorted.comparatorProperty().bind(queries.comparatorProperty());
    queries.setItems(sorted);
    queries
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> Optional.ofNullable(row).ifPresent(this::go));
    model.wordsProperty().subscribe(queries::refresh);
  }

  private void axis() {
    var marks = new AxisMarks(model.words().texts());
    marks.prefWidthProperty().bind(waterfall.widthProperty().subtract(PADDING));
    waterfall.setGraphic(marks);
    model.queries().axisProperty().subscribe(marks::show);
  }

  /// Only where an answer was validated: most are not, and there is little room.
  private void showDnssec() {
    var rows = model.queries().rows();
    dnssec
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> rows.stream().anyMatch(row -> !words().dnssec(row).isEmpty()), rows));
  }

  private QueryWords words() {
    return new QueryWords(model.words());
  }

  private void go(QueryRow row) {
    model.chain().at(row.path()).ifPresent(node -> model.selectedProperty().set(Optional.of(node)));
  }

  private void text(
      TableColumn<QueryRow, QueryRow> column, BiFunction<QueryWords, QueryRow, String> part) {
    cells(column, part);
    column.setCellFactory(_ -> new TextCell(part));
  }

  private void cells(
      TableColumn<QueryRow, QueryRow> column, BiFunction<QueryWords, QueryRow, String> order) {
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setComparator(Comparator.comparing(row -> order.apply(words(), row)));
  }

  private class TextCell extends TableCell<QueryRow, @Nullable QueryRow> {
    private final BiFunction<QueryWords, QueryRow, String> part;

    TextCell(BiFunction<QueryWords, QueryRow, String> part) {
      this.part = part;
    }

    @Override
    protected void updateItem(@Nullable QueryRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : part.apply(words(), row));
    }
  }

  /// Says beside the mouse which tries failed, and why.
  private final class WayCell extends TextCell {
    WayCell() {
      super(QueryWords::way);
    }

    @Override
    protected void updateItem(@Nullable QueryRow row, boolean empty) {
      super.updateItem(row, empty);
      var tries = empty || row == null ? "" : words().tries(row);
      setTooltip(tries.isEmpty() ? null : new Tooltip(tries));
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
      var mine = row.exchange().map(e -> Mark.of(e.answer())).or(() -> Mark.of(row.progress()));
      mark.show(mine, words().outcome(row));
      setGraphic(mark);
    }
  }

  /// The axis moves under all bars, so a bar follows it as long as it is shown.
  private final class BarCell extends TableCell<QueryRow, @Nullable QueryRow> {
    private final WaterfallBar bar = new WaterfallBar();

    BarCell() {
      model.queries().axisProperty().addListener((_, _, _) -> draw());
    }

    @Override
    protected void updateItem(@Nullable QueryRow row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : bar);
      bar.setAccessibleText(empty || row == null ? null : words().spoken(row));
      draw();
    }

    private void draw() {
      var row = getItem();
      if (row != null) {
        bar.show(model.queries().axisProperty().get().bar(row));
      }
    }
  }
}
