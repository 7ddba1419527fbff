package org.whence.gui.note;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.whence.casefile.Note;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.NotesModel;

/// The tab of notes: the conclusion and the tags, and every note, also those whose step is not in
/// the tree any more. Choosing a note selects its step.
public final class NotesController {
  private final CaseModel model;
  private final NotesModel notes;
  private boolean showing;

  @FXML private TextArea conclusion;
  @FXML private TextField tags;
  @FXML private ListView<Note> list;
  @FXML private Label count;
  @FXML private Button remove;
  @FXML private Button undo;
  @FXML private Button redo;

  /// @param model the case to write about
  public NotesController(CaseModel model) {
    this.model = model;
    this.notes = model.notes();
  }

  @FXML
  void initialize() {
    conclusion.setTextFormatter(NoteController.limited());
    tags.setTextFormatter(NoteController.limited());
    list.setCellFactory(_ -> new NoteCell(model));
    written(conclusion);
    written(tags);
    undo.disableProperty().bind(notes.undoableProperty().not());
    redo.disableProperty().bind(notes.redoableProperty().not());
    remove.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    notes.notesProperty().subscribe(_ -> show());
    notes.markedProperty().subscribe(_ -> list.refresh());
    model.wordsProperty().subscribe(_ -> list.refresh());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, note) -> {
          if (note != null && !showing) {
            select(note);
          }
        });
  }

  private void written(TextInputControl control) {
    control.textProperty().subscribe(_ -> write());
    control.focusedProperty().subscribe(_ -> notes.settle());
  }

  private void write() {
    if (!showing) {
      notes.conclude(conclusion.getText());
      notes.tag(tagged());
    }
  }

  private List<String> tagged() {
    return Arrays.stream(tags.getText().split(",", -1))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }

  private void show() {
    showing = true;
    var now = notes.notes();
    if (!now.conclusion().equals(conclusion.getText())) {
      conclusion.setText(now.conclusion());
    }
    // A comma that was just typed parts nothing yet, and stays.
    if (!now.tags().equals(tagged())) {
      tags.setText(String.join(", ", now.tags()));
    }
    var selected = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    list.getItems().setAll(now.ofSteps());
    selected.filter(list.getItems()::contains).ifPresent(list.getSelectionModel()::select);
    count.setText(model.words().texts().text("notes.count", now.ofSteps().size()));
    showing = false;
  }

  private void select(Note note) {
    notes
        .path(note)
        .flatMap(model.chain()::at)
        .ifPresent(node -> model.selectedProperty().set(Optional.of(node)));
  }

  @FXML
  void remove() {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(notes::remove);
  }

  @FXML
  void undo() {
    notes.undo();
  }

  @FXML
  void redo() {
    notes.redo();
  }
}
