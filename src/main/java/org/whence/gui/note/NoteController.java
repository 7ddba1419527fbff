package org.whence.gui.note;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;
import org.whence.casefile.Note;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ChainNode;

/// The note at the selected step: a line to write in, which grows when there is something in it.
public final class NoteController {
  private static final PseudoClass WRITTEN = PseudoClass.getPseudoClass("written");
  private static final int ROWS = 3;

  private final CaseModel model;
  private boolean showing;

  @FXML private VBox box;
  @FXML private TextArea text;

  /// @param model the case to write about
  public NoteController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    text.setTextFormatter(limited());
    model
        .selectedProperty()
        .subscribe(_ -> {
          model.notes().settle();
          show(true);
        });
    model.notes().notesProperty().subscribe(_ -> show(false));
    model.chain().revisionProperty().subscribe(_ -> show(false));
    text.textProperty().subscribe(now -> write(now));
    text.focusedProperty()
        .subscribe(_ -> {
          model.notes().settle();
          grow();
        });
  }

  /// What would be longer than a note may be is not taken.
  static <T> TextFormatter<T> limited() {
    return new TextFormatter<>(change -> {
      if (change.getControlNewText().length() > Note.MAX_LENGTH) {
        change.setText("");
        change.setRange(change.getRangeStart(), change.getRangeStart());
        change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
      }
      return change;
    });
  }

  private Optional<ChainNode> node() {
    return model.selectedProperty().get().filter(model::canNote);
  }

  /// @param another whether another step was selected
  private void show(boolean another) {
    var node = node();
    box.setDisable(node.isEmpty());
    var written = node.flatMap(model.notes()::at).map(Note::text).orElse("");
    var shown = text.getText();
    // Blanks that are typed are no note yet, and stay.
    if (!written.equals(shown) && (another || !written.isEmpty() || !shown.isBlank())) {
      showing = true;
      text.setText(written);
      showing = false;
    }
    grow();
  }

  private void grow() {
    var open = text.isFocused() || !text.getText().isBlank();
    text.setPrefRowCount(open ? ROWS : 1);
    box.pseudoClassStateChanged(WRITTEN, !text.getText().isBlank());
  }

  private void write(String now) {
    if (!showing) {
      node().ifPresent(node -> model.notes().write(node, now));
    }
  }

  /// Puts the cursor into the note of the selected step.
  public void write() {
    if (node().isPresent()) {
      text.requestFocus();
      text.end();
    }
  }

  /// Whether the cursor is in the note.
  public boolean isWriting() {
    return text.isFocused();
  }
}
