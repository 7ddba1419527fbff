package org.whence.gui.note;

import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.whence.casefile.Note;
import org.whence.gui.model.CaseModel;

/// A note: what it is about, and its words.
final class NoteCell extends ListCell<@Nullable Note> {
  private static final int LINES = 3;

  private final CaseModel model;
  private final Label about = new Label();
  private final Label words = new Label();
  private final VBox both = new VBox(about, words);

  NoteCell(CaseModel model) {
    this.model = model;
    about.getStyleClass().add("small-print");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(@Nullable Note note, boolean empty) {
    super.updateItem(note, empty);
    if (empty || note == null) {
      setGraphic(null);
      setText(null);
      return;
    }
    about.setText(about(note));
    words.setText(
        note.text()
            .lines()
            .limit(LINES)
            .map(this::visible)
            .collect(Collectors.joining(" \u21b5 ")));
    setText(about.getText() + ": " + words.getText());
    setGraphic(both);
  }

  private String about(Note note) {
    return model
        .notes()
        .path(note)
        .flatMap(model.chain()::at)
        .map(node -> model.words().row(node).subject())
        .orElseGet(() ->
            model
                .words()
                .texts()
                .text("notes.lost", visible(note.topic() + " " + String.join(" ", note.about()))));
  }

  private String visible(String text) {
    return model.words().wording().running(text);
  }
}
