package org.whence.gui.hops;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.HopRow;
import org.whence.gui.model.HopWords;
import org.whence.gui.model.SeenBefore;
import org.whence.gui.model.WayAxis;
import org.whence.investigation.Input;

/// Shows the hops, oldest first. Choosing one selects its step in the chain and marks its octets in
/// the message.
public final class HopsController {
  /// What a column's header has on both sides of its words.
  private static final double EDGES = 14;

  private final CaseModel model;
  private final InstantSource clock;
  private final Label span = new Label();
  private final Tooltip spanTip = new Tooltip();
  private WayAxis axis = WayAxis.NONE;
  private boolean following;

  @FXML private TableView<HopRow> hops;
  @FXML private TableColumn<HopRow, HopRow> number;
  @FXML private TableColumn<HopRow, HopRow> address;
  @FXML private TableColumn<HopRow, HopRow> client;
  @FXML private TableColumn<HopRow, HopRow> server;
  @FXML private TableColumn<HopRow, HopRow> carried;
  @FXML private TableColumn<HopRow, HopRow> time;
  @FXML private TableColumn<HopRow, HopRow> delay;
  @FXML private TableColumn<HopRow, HopRow> way;
  @FXML private TableColumn<HopRow, HopRow> result;
  @FXML private TableColumn<HopRow, HopRow> seen;
  @FXML private Label none;

  /// @param clock tells how long ago something was
  public HopsController(CaseModel model, InstantSource clock) {
    this.model = model;
    this.clock = clock;
  }

  @FXML
  void initialize() {
    text(number, (_, row) -> row.number() == 0 ? "\u2013" : Integer.toString(row.number()));
    text(address, HopWords::address);
    text(client, HopWords::client);
    text(server, HopWords::server);
    text(carried, HopWords::carried);
    text(time, HopWords::time);
    text(delay, HopWords::delay);
    number.setComparator(Comparator.comparingInt(HopRow::number));
    time.setCellFactory(_ -> new TextCell(row -> words().time(row), this::when));
    delay.setCellFactory(_ -> new DelayCell());
    way.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    way.setCellFactory(_ -> new WayCell(() -> axis, row -> words().noticed(row)));
    result.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    result.setCellFactory(_ -> new ResultCell());
    seen.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    seen.setCellFactory(_ -> new SeenCell(model));
    hops.setItems(model.hops());
    hops.setRowFactory(_ -> new HopLine(model, (row, more) -> words().spoken(row, count(), more)));
    // A column's own text has no tip, and is cut where the column is narrow.
    way.setGraphic(span);
    span.setTooltip(spanTip);
    span.maxWidthProperty().bind(way.widthProperty().subtract(EDGES));
    model.inputProperty().subscribe(this::none);
    model.hops().addListener((ListChangeListener<HopRow>) _ -> measure());
    model.trust().lineProperty().subscribe(hops::refresh);
    measure();
    model.wordsProperty().subscribe(this::measure);
    model.chain().revisionProperty().subscribe(this::grown);
    hops.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> chosen(row));
    model.selectedProperty().subscribe(this::follow);
  }

  private void measure() {
    axis = WayAxis.of(model.hops());
    span.setText(words().axis(axis));
    spanTip.setText(span.getText());
    hops.refresh();
  }

  private void none() {
    var mail = model.inputProperty().get().flatMap(Input::message).isPresent();
    none.setText(model.words().texts().text(mail ? "hops.none" : "hops.empty"));
  }

  private int count() {
    return model.hops().stream().mapToInt(HopRow::number).max().orElse(0);
  }

  private void grown() {
    seen.setVisible(new SeenBefore(model).isAny());
    hops.refresh();
  }

  private HopWords words() {
    return new HopWords(model.words());
  }

  private String when(HopRow row) {
    var ago = words().ago(row, clock.instant());
    return words().time(row) + (ago.isEmpty() ? "" : "\n" + ago);
  }

  private void chosen(@Nullable HopRow row) {
    model.hopProperty().set(Optional.ofNullable(row));
    if (row != null && !following) {
      row.node(model.chain()).ifPresent(node -> model.selectedProperty().set(Optional.of(node)));
    }
  }

  /// A step that was chosen elsewhere belongs to a hop: that is chosen as well.
  private void follow() {
    var top = model.selectedProperty().get().map(node -> node.way().getFirst());
    if (top.isEmpty()) {
      return;
    }
    following = true;
    model.hops().stream()
        .filter(row -> row.node(model.chain()).equals(top))
        .findFirst()
        .ifPresent(hops.getSelectionModel()::select);
    following = false;
  }

  private void text(TableColumn<HopRow, HopRow> column, BiFunction<HopWords, HopRow, String> part) {
    Function<HopRow, String> words = row -> part.apply(words(), row);
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(_ -> new TextCell(words, words));
    column.setComparator(Comparator.comparing(words));
  }

  /// Text, and in full beside the mouse what the column is too narrow for.
  private static class TextCell extends TableCell<HopRow, @Nullable HopRow> {
    private final Function<HopRow, String> words;
    private final Function<HopRow, String> more;

    TextCell(Function<HopRow, String> words, Function<HopRow, String> more) {
      this.words = words;
      this.more = more;
    }

    @Override
    protected void updateItem(@Nullable HopRow row, boolean empty) {
      super.updateItem(row, empty);
      var gone = empty || row == null;
      setText(gone ? null : words.apply(Objects.requireNonNull(row)));
      var tip = gone ? "" : more.apply(Objects.requireNonNull(row));
      setTooltip(tip.isEmpty() ? null : new Tooltip(tip));
    }
  }

  /// A clock that runs behind is set off.
  private final class DelayCell extends TextCell {
    DelayCell() {
      super(row -> words().delay(row), row -> words().delay(row));
    }

    @Override
    protected void updateItem(@Nullable HopRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().remove("odd");
      if (!empty && row != null && row.delay().filter(d -> d.isNegative()).isPresent()) {
        getStyleClass().add("odd");
      }
    }
  }

  private final class ResultCell extends TableCell<HopRow, @Nullable HopRow> {
    private final MarkLabel mark = new MarkLabel();

    @Override
    protected void updateItem(@Nullable HopRow row, boolean empty) {
      super.updateItem(row, empty);
      var node =
          empty || row == null
              ? Optional.<org.whence.gui.model.ChainNode>empty()
              : row.node(model.chain());
      setGraphic(
          node.map(
                  n -> {
                    mark.show(Mark.of(n.state()), model.words().row(n).word());
                    return mark;
                  })
              .orElse(null));
    }
  }
}
