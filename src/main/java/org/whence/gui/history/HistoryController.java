package org.whence.gui.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.whence.gui.look.Confirmation;
import org.whence.gui.look.WordsCell;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.HistoryDesk;
import org.whence.history.Entry;

/// Shows what was investigated before.
public final class HistoryController {
  private final CaseModel model;
  private final HistoryDesk desk;
  private Supplier<Optional<Path>> file = Optional::empty;
  private Runnable close = () -> {};

  @FXML private TextField historyWords;
  @FXML private Label historyCount;
  @FXML private Label historyTrouble;
  @FXML private TableView<Entry> historyCases;
  @FXML private TableColumn<Entry, Entry> historyTime;
  @FXML private TableColumn<Entry, Entry> historyInput;
  @FXML private TableColumn<Entry, Entry> historySubject;
  @FXML private TableColumn<Entry, Entry> historyVerdicts;
  @FXML private ScrollPane historyScroll;
  @FXML private VBox historyKnown;
  @FXML private Button historyOpen;
  @FXML private CheckBox historyRemember;
  @FXML private CheckBox historyPrivate;
  @FXML private ChoiceBox<Retention> historyKeep;
  @FXML private Button historyExport;
  @FXML private Button historyWipe;
  @FXML private Confirmation historyQuestion;

  /// @param desk searches and changes it
  public HistoryController(CaseModel model, HistoryDesk desk) {
    this.model = model;
    this.desk = desk;
  }

  @FXML
  void initialize() {
    historyWords.textProperty().bindBidirectional(desk.wordsProperty());
    historyCases.setItems(desk.found());
    column(historyTime, EntryWords::time);
    column(historyInput, entry -> words().input(entry));
    column(historySubject, entry -> words().subject(entry));
    column(historyVerdicts, EntryWords::verdicts);
    historyCases.setRowFactory(_ -> new Row());
    historyCases.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        open();
      }
    });
    historyCases
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(entry -> Optional.ofNullable(entry).ifPresent(desk::look));
    model.wordsProperty().subscribe(historyCases::refresh);
    model.wordsProperty().subscribe(this::known);
    desk.knownProperty().subscribe(this::known);
    desk.found().subscribe(this::state);
    desk.stateProperty().subscribe(this::state);
    state();
    desk.rememberedProperty().subscribe((_, _) -> again());
    desk.troubleProperty().subscribe(this::trouble);
    trouble();
    historyRemember.selectedProperty().subscribe((_, wanted) -> desk.remember(wanted));
    historyPrivate.selectedProperty().bindBidirectional(model.privateProperty());
    historyKeep.setConverter(new Retention.Words(model));
    historyKeep.setOnAction(_ -> keep());
  }

  /// Somebody's row: a double click opens the case.
  private final class Row extends TableRow<Entry> {
    Row() {
      setOnMouseClicked(event -> {
        if (event.getClickCount() == 2 && !isEmpty()) {
          open();
        }
      });
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      setAccessibleText(empty || entry == null ? null : words().spoken(entry));
    }
  }

  private EntryWords words() {
    return new EntryWords(model.words());
  }

  private void column(TableColumn<Entry, Entry> column, Function<Entry, String> words) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new WordsCell<>(words));
  }

  /// The sheet was opened.
  ///
  /// @param chosen asks for a file to export into
  /// @param closes takes the sheet away
  public void opened(Supplier<Optional<Path>> chosen, Runnable closes) {
    file = chosen;
    close = closes;
    historyRemember.setSelected(desk.isRemembering());
    historyQuestion.close();
    desk.search();
    historyWords.requestFocus();
  }

  /// What is shown is searched for again.
  private void again() {
    if (historyWords.getScene() != null) {
      desk.search();
    }
  }

  private void known() {
    var entry = desk.knownProperty().get();
    historyKnown
        .getChildren()
        .setAll(entry.map(new KnownView(words(), this::look)::of).orElse(List.of()));
    historyScroll.setVvalue(0);
    historyOpen.setDisable(entry.flatMap(Entry::file).isEmpty());
  }

  private void look(String value) {
    historyWords.setText(value);
    historyWords.requestFocus();
  }

  private void state() {
    var state = desk.stateProperty().get();
    var found = desk.found().size();
    historyCount.setText(text("history.count", found, state.size()));
    historyKeep.getItems().setAll(Retention.offered(state.days()));
    historyKeep.setValue(new Retention(state.days()));
    historyWipe.setDisable(state.size() == 0);
    historyExport.setDisable(state.size() == 0);
  }

  private void trouble() {
    var line = desk.troubleProperty().get();
    historyTrouble.setText(line);
    historyTrouble.setVisible(!line.isEmpty());
    historyTrouble.setManaged(!line.isEmpty());
  }

  private void keep() {
    var chosen = historyKeep.getValue();
    var now = desk.stateProperty().get().days();
    if (chosen == null || chosen.days().equals(now)) {
      return;
    }
    if (chosen.days().isEmpty()) {
      desk.retain(chosen.days());
      return;
    }
    historyQuestion.ask(
        new Confirmation.Words(
            text("history.keep.question", chosen.days().getAsInt()),
            text("history.keep.yes"),
            text("history.no")),
        () -> desk.retain(chosen.days()));
    // Until that is answered it is as it was.
    historyKeep.setValue(new Retention(now));
  }

  @FXML
  void open() {
    Optional.ofNullable(historyCases.getSelectionModel().getSelectedItem())
        .ifPresent(entry -> desk.open(entry, close));
  }

  @FXML
  void export() {
    file.get().ifPresent(to -> desk.export(to, historyCount::setText));
  }

  @FXML
  void wipe() {
    historyQuestion.ask(
        new Confirmation.Words(
            text("history.wipe.question", desk.stateProperty().get().size()),
            text("history.wipe.yes"),
            text("history.no")),
        desk::wipe);
  }

  private String text(String key, Object... values) {
    return model.words().texts().text(key, values);
  }
}
