package org.whence.gui.input;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.look.ValueField;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Desk;
import org.whence.gui.model.InputLine;
import org.whence.gui.model.Phase;
import org.whence.gui.model.RawText;
import org.whence.investigation.Input;
import org.whence.report.InputWording;

/// Takes what is typed, shows what was pasted or opened, and says what was recognised in it.
public final class InputController {
  private static final int LINES = 12;

  private final CaseModel model;
  private final Desk desk;
  private boolean showing;
  private Runnable sampled = () -> {};

  @FXML private InputArea input;
  @FXML private VBox lines;
  @FXML private VBox welcome;

  /// @param model the case to show
  public InputController(CaseModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
  }

  @FXML
  void initialize() {
    input
        .textProperty()
        .addListener((_, _, text) -> {
          if (!showing) {
            model.textProperty().set(text);
            desk.typed(text);
          }
        });
    model
        .textProperty()
        .subscribe(text -> {
          // What is shown of a larger file is its beginning: typing there would replace the file.
          input.setEditable(text.length() < RawText.MAX_SHOWN);
          if (!text.equals(input.getText())) {
            showing = true;
            input.setText(text);
            input.home();
            showing = false;
          }
        });
    model.lines().addListener((ListChangeListener<InputLine>) _ -> told());
    told();
    model.phaseProperty().subscribe(this::welcome);
    model.textProperty().subscribe(this::welcome);
    welcome();
  }

  /// The way to the sample case is offered while there is nothing else to look at.
  private void welcome() {
    var first = model.phaseProperty().get() == Phase.EMPTY && model.textProperty().get().isEmpty();
    welcome.setVisible(first);
    welcome.setManaged(first);
  }

  private void told() {
    lines.getChildren().clear();
    lines.setVisible(!model.lines().isEmpty());
    lines.setManaged(!model.lines().isEmpty());
    model.lines().stream().limit(LINES).map(this::line).forEach(lines.getChildren()::add);
    if (!model.lines().isEmpty()) {
      model.inputProperty().get().map(this::given).ifPresent(lines.getChildren()::addFirst);
    }
    var more = model.lines().size() - LINES;
    if (more > 0) {
      var text = model.words().texts().text("input.more", more);
      lines.getChildren().add(line(new InputLine(InputLine.Kind.PROBLEM, text)));
    }
  }

  /// The octets that everything here is about, whatever was understood of them.
  private ValueField given(Input input) {
    var words = new InputWording(model.words().wording());
    var texts = model.words().texts();
    var field =
        new ValueField(
            texts.text("input.given", words.given(input), input.sha256()),
            texts.text("input.given.spoken"));
    field.setId("inputGiven");
    return field;
  }

  private Label line(InputLine line) {
    var icon =
        switch (line.kind()) {
          case RECOGNISED -> Feather.CHECK;
          case REPAIRED -> Feather.TOOL;
          case PROBLEM -> Feather.ALERT_TRIANGLE;
        };
    var kind =
        switch (line.kind()) {
          case RECOGNISED -> "recognised";
          case REPAIRED -> "repaired";
          case PROBLEM -> "problem";
        };
    var label = new Label(line.text(), new FontIcon(icon));
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().addAll("input-line", kind);
    label.setAccessibleText(model.words().texts().text("input." + kind) + ": " + line.text());
    return label;
  }

  /// Sets who takes the focus of the button that opens the sample case, which goes then.
  public void onSample(Runnable goes) {
    sampled = goes;
  }

  @FXML
  void sample() {
    sampled.run();
    desk.sample();
  }

  /// The text area, which takes keys of its own.
  public InputArea area() {
    return input;
  }
}
