package org.whence.gui.message;

import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import org.whence.gui.look.ValueField;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.PartRow;
import org.whence.gui.model.PartText;
import org.whence.report.Defang;

/// Shows the words of the part that is looked at, and what the part is. Nothing of it is drawn as
/// HTML.
public final class PartController {
  private final CaseModel model;

  @FXML private TextArea text;
  @FXML private Label textNote;
  @FXML private GridPane facts;

  /// @param model the case to show
  public PartController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    model.message().textProperty().subscribe(this::words);
    model.wordsProperty().subscribe(this::words);
    model.message().partProperty().subscribe(this::facts);
  }

  private void words() {
    var shown = model.message().textProperty().get();
    text.setText(model.defangedProperty().get() ? Defang.text(shown.text()) : shown.text());
    var note = note(shown);
    textNote.setText(note);
    textNote.setVisible(!note.isEmpty());
    textNote.setManaged(!note.isEmpty());
  }

  private String note(PartText shown) {
    var texts = model.words().texts();
    return switch (shown.kind()) {
      case WHOLE -> "";
      case CUT -> texts.text("message.text.cut");
      case REPLACED -> texts.text("message.text.replaced");
      case NONE -> texts.text("message.text.none");
    };
  }

  private void facts(Optional<PartRow> part) {
    facts.getChildren().clear();
    part.ifPresent(row -> {
      fact("message.fact.what", row, each -> each.words().what());
      fact("message.fact.size", row, each -> each.words().size());
      fact("message.fact.sha", row, each -> each.words().sha256());
      fact("message.fact.encoding", row, each -> visible(each.entity().transferEncoding()));
      row.words().notes().forEach(note -> fact("message.fact.noticed", row, _ -> note));
    });
  }

  private void fact(String key, PartRow row, Function<PartRow, String> words) {
    var value = words.apply(row);
    if (!value.isEmpty()) {
      var name = model.words().texts().text(key);
      var label = new Label(name);
      label.getStyleClass().add("fact-name");
      facts.addRow(facts.getRowCount(), label, new ValueField(value, name));
    }
  }

  private String visible(String value) {
    return model.words().wording().running(value);
  }
}
