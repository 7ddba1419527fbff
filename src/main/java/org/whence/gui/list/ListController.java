package org.whence.gui.list;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Group;
import org.whence.gui.model.ListDesk;
import org.whence.gui.model.ListRow;
import org.whence.gui.model.ListView;
import org.whence.gui.model.ListWords;

/// Shows the rows, with a filter for each column. Selecting a row opens its tree in the chain.
public final class ListController {
  private final CaseModel model;
  private final ListDesk desk;
  private Optional<ListRow> opened = Optional.empty();
  private final Map<TableColumn<ListRow, ListRow>, Function<ListRow, Comparable<?>>> keys =
      new LinkedHashMap<>();

  @FXML private HBox listFilters;
  @FXML private TableView<ListRow> list;
  @FXML private TableColumn<ListRow, ListRow> line;
  @FXML private TableColumn<ListRow, ListRow> count;
  @FXML private TableColumn<ListRow, ListRow> address;
  @FXML private TableColumn<ListRow, ListRow> result;
  @FXML private TableColumn<ListRow, ListRow> again;
  @FXML private TableColumn<ListRow, ListRow> why;
  @FXML private TableColumn<ListRow, ListRow> names;
  @FXML private Label listShown;
  @FXML private Button goOn;
  private final ColumnFilters filters;

  /// @param desk opens and arranges rows
  public ListController(CaseModel model, ListDesk desk) {
    this.model = model;
    this.desk = desk;
    this.filters = new ColumnFilters(() -> listFilters, model.words().texts(), this::look);
  }

  @FXML
  void initialize() {
    column(line, ListWords::line, ListRow::line);
    filters.number(line, ListRow::line);
    column(count, ListWords::count, ListRow::count);
    filters.number(count, ListRow::count);
    column(address, ListWords::address, row -> words().order(row));
    filters.text(address, ListWords::address, this::words);
    column(result, ListWords::result, row -> row.verdict().map(Enum::ordinal).orElse(-1));
    filters.result(result);
    column(again, ListWords::again, row -> words().again(row));
    filters.text(again, ListWords::again, this::words);
    column(why, ListWords::why, row -> words().why(row));
    filters.text(why, ListWords::why, this::words);
    column(names, ListWords::names, row -> words().names(row));
    filters.text(names, ListWords::names, this::words);
    result.setCellFactory(_ -> new ResultCell());
    line.getStyleClass().add("number");
    count.getStyleClass().add("number");
    again.visibleProperty().bind(model.list().againProperty());
    goOn.visibleProperty().bind(model.list().stoppedProperty());
    goOn.managedProperty().bind(goOn.visibleProperty());
    list.setItems(model.list().rows());
    // The desk sorts: the table's own way takes longer than a frame.
    list.setSortPolicy(_ -> {
      look();
      return true;
    });
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> Optional.ofNullable(row).ifPresent(this::open));
    model.list().arrangedProperty().subscribe(this::keepSelection);
    model.wordsProperty().subscribe(list::refresh);
    model.filterProperty().subscribe((_, _) -> look());
    listShown
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::shown, Bindings.size(model.list().rows()), model.tallyProperty()));
  }

  @FXML
  void goOn() {
    desk.goOn();
  }

  private void open(ListRow row) {
    if (!model.list().isArranging() && !opened.equals(Optional.of(row))) {
      opened = Optional.of(row);
      desk.open(row);
    }
  }

  /// The row that is open stays selected wherever it is now.
  private void keepSelection() {
    if (opened.isEmpty()) {
      return;
    }
    var at = list.getItems().indexOf(opened.get());
    if (at < 0) {
      list.getSelectionModel().clearSelection();
      opened = Optional.empty();
    } else if (list.getSelectionModel().getSelectedIndex() != at
        || list.getFocusModel().getFocusedIndex() != at) {
      list.getSelectionModel().clearAndSelect(at);
    }
  }

  private String shown() {
    return text("list.shown", model.list().rows().size(), model.list().size());
  }

  private void column(
      TableColumn<ListRow, ListRow> column,
      BiFunction<ListWords, ListRow, String> part,
      Function<ListRow, Comparable<?>> key) {
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(_ -> new TextCell(part));
    keys.put(column, key);
  }

  /// Looks at the rows as filters and order say now.
  private void look() {
    var sorted = list.getSortOrder().isEmpty() ? null : list.getSortOrder().getFirst();
    desk.show(
        new ListView(
            filters.all(groups()),
            Optional.ofNullable(sorted).map(keys::get),
            sorted != null && sorted.getSortType() == SortType.DESCENDING));
  }

  private Optional<Predicate<ListRow>> groups() {
    var wanted = Set.copyOf(model.filterProperty().get().groups());
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(row -> row.verdict().flatMap(Group::of).filter(wanted::contains).isPresent());
  }

  private ListWords words() {
    return new ListWords(model.words());
  }

  private String text(String key, Object... values) {
    return values.length == 0
        ? model.words().texts().text(key)
        : model.words().texts().text(key, values);
  }

  private final class TextCell extends TableCell<ListRow, @Nullable ListRow> {
    private final BiFunction<ListWords, ListRow, String> part;

    TextCell(BiFunction<ListWords, ListRow, String> part) {
      this.part = part;
    }

    @Override
    protected void updateItem(@Nullable ListRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : part.apply(words(), row));
    }
  }

  private final class ResultCell extends TableCell<ListRow, @Nullable ListRow> {
    private final MarkLabel mark = new MarkLabel();

    @Override
    protected void updateItem(@Nullable ListRow row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : mark);
      if (!empty && row != null) {
        mark.show(
            row.verdict().map(Mark::of).or(() -> Optional.of(Mark.SOFTFAIL)), words().result(row));
      }
    }
  }
}
