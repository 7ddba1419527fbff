package org.whence.gui.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableSet;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.whence.gui.look.Confirmation;
import org.whence.gui.look.WordsCell;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ExportDesk;
import org.whence.gui.model.Notice;
import org.whence.report.Format;
import org.whence.report.Redaction;

/// Chooses what is exported, and shows it before.
public final class ExportController {
  private final CaseModel model;
  private final ExportDesk desk;
  private Function<String, Optional<Path>> folder = _ -> Optional.empty();

  @FXML private FlowPane exportFormats;
  @FXML private CheckBox exportWithExchanges;
  @FXML private CheckBox exportDefang;
  @FXML private VBox exportKinds;
  @FXML private ChoiceBox<Format> exportShown;
  @FXML private Label exportWords;
  @FXML private TextArea exportText;
  @FXML private TableView<Redaction.Replaced> exportReplaced;
  @FXML private TableColumn<Redaction.Replaced, Redaction.Replaced> exportPlaceholder;
  @FXML private TableColumn<Redaction.Replaced, Redaction.Replaced> exportValue;
  @FXML private TextField exportFolder;
  @FXML private TextField exportName;
  @FXML private Label exportTold;
  @FXML private Confirmation exportQuestion;

  /// @param desk writes
  public ExportController(CaseModel model, ExportDesk desk) {
    this.model = model;
    this.desk = desk;
  }

  @FXML
  void initialize() {
    for (var format : Format.values()) {
      exportFormats.getChildren().add(format(format));
    }
    for (var kind : Redaction.Kind.values()) {
      exportKinds.getChildren().add(kind(kind));
    }
    exportWithExchanges.selectedProperty().bindBidirectional(desk.exchangesProperty());
    exportDefang.selectedProperty().bindBidirectional(desk.defangedProperty());
    exportShown.getItems().setAll(Format.values());
    exportShown.setConverter(new FormatWords());
    exportShown.valueProperty().bindBidirectional(desk.shownProperty());
    desk.exchangesProperty().subscribe((_, _) -> desk.look());
    desk.defangedProperty().subscribe((_, _) -> desk.look());
    desk.shownProperty().subscribe((_, _) -> desk.look());
    desk.shownProperty().subscribe(this::words);
    words();
    exportText.textProperty().bind(desk.previewProperty());
    exportReplaced.setItems(desk.replaced());
    column(exportPlaceholder, Redaction.Replaced::placeholder);
    column(exportValue, one -> visible(one.value()));
    exportFolder.textProperty().bindBidirectional(desk.folderProperty());
    exportName.textProperty().bindBidirectional(desk.nameProperty());
    desk.toldProperty().subscribe(this::tell);
    desk.inTheWay().subscribe(this::ask);
  }

  private CheckBox format(Format format) {
    var box = box("exportAs-" + format.word(), text("format." + format.word()));
    member(box, desk.formats(), format, () -> desk.shownProperty().set(format));
    return box;
  }

  private CheckBox kind(Redaction.Kind kind) {
    var box = box("exportTake-" + kind.word(), text("redaction." + kind.word()));
    member(box, desk.taken(), kind, () -> {});
    box.selectedProperty().subscribe((_, _) -> desk.look());
    return box;
  }

  private static CheckBox box(String id, String text) {
    var box = new CheckBox(text);
    box.setId(id);
    return box;
  }

  private static <T> void member(CheckBox box, ObservableSet<T> set, T one, Runnable added) {
    box.setSelected(set.contains(one));
    box.selectedProperty()
        .subscribe((_, wanted) -> {
          if (wanted) {
            set.add(one);
            added.run();
          } else {
            set.remove(one);
          }
        });
  }

  private void column(
      TableColumn<Redaction.Replaced, Redaction.Replaced> column,
      Function<Redaction.Replaced, String> words) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new WordsCell<>(words));
  }

  /// The sheet was opened.
  ///
  /// @param chosen asks for a folder
  public void opened(Function<String, Optional<Path>> chosen) {
    folder = chosen;
    desk.opened();
  }

  private void words() {
    var format = desk.shownProperty().get();
    var words = ExportDesk.words(format);
    exportWords.setText(words == format ? "" : text("export.words"));
  }

  private void tell(Notice told) {
    exportTold.setText(told.text());
    exportTold.getStyleClass().setAll("label", told.error() ? "trouble" : "small-print");
    exportTold.setVisible(told.present());
    exportTold.setManaged(told.present());
  }

  private void ask() {
    if (desk.inTheWay().isEmpty()) {
      exportQuestion.close();
      return;
    }
    var names =
        desk.inTheWay().stream()
            .map(file -> visible(String.valueOf(file.getFileName())))
            .collect(Collectors.joining(", "));
    exportQuestion.ask(
        new Confirmation.Words(
            model.words().texts().text("export.there", desk.inTheWay().size(), names),
            text("export.replace"),
            text("export.keep")),
        () -> desk.write(true));
  }

  @FXML
  void everything() {
    take(true);
  }

  @FXML
  void nothing() {
    take(false);
  }

  private void take(boolean wanted) {
    exportKinds.getChildren().stream()
        .flatMap(node -> node instanceof CheckBox box ? Stream.of(box) : Stream.empty())
        .forEach(box -> box.setSelected(wanted));
  }

  @FXML
  void choose() {
    folder
        .apply(text("export.folder"))
        .ifPresent(chosen -> desk.folderProperty().set(chosen.toString()));
  }

  /// Writes, once it is known where to.
  public void write() {
    if (desk.folderProperty().get().isBlank()) {
      choose();
    }
    if (!desk.folderProperty().get().isBlank()) {
      desk.write(false);
    }
  }

  private String text(String key) {
    return model.words().texts().text(key);
  }

  private String visible(String text) {
    return model.words().wording().running(text);
  }

  private final class FormatWords extends StringConverter<@Nullable Format> {
    @Override
    public String toString(@Nullable Format format) {
      return format == null ? "" : text("format." + format.word());
    }

    @Override
    public @Nullable Format fromString(String text) {
      return null;
    }
  }
}
