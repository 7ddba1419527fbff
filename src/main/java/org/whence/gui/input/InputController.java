package org.whence.gui.input;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.look.ValueField;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Concealed;
import org.whence.gui.model.Desk;
import org.whence.gui.model.InputLine;
import org.whence.gui.model.Phase;
import org.whence.gui.model.RawText;
import org.whence.investigation.Input;
import org.whence.report.InputWording;
import org.whence.report.Visible;

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
          // What the analyst typed is there already.
          if (!text.equals(input.getText())) {
            showing = true;
            shown(text);
            showing = false;
          }
        });
    model.lines().addListener((ListChangeListener<InputLine>) _ -> told());
    told();
    model.phaseProperty().subscribe(this::welcome);
    model.textProperty().subscribe(this::welcome);
    welcome();
  }

  /// Text from elsewhere, hidden characters as their codes. Where it has any, or is the beginning
  /// of a larger file, it cannot be edited: what would be judged then is what is shown here.
  private void shown(String text) {
    var lines = withoutReturns(text);
    var visible = Visible.lines(lines);
    input.setEditable(text.length() < RawText.MAX_SHOWN && visible.equals(lines));
    input.setText(visible);
    input.home();
  }

  /// The usual ends of lines: a text area drops their carriage returns.
  private static String withoutReturns(String text) {
    return text.replace("\r\n", "\n");
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
      Concealed.in(withoutReturns(model.textProperty().get()))
          .map(this::concealed)
          .map(this::line)
          .ifPresent(lines.getChildren()::add);
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

  private InputLine concealed(Concealed found) {
    var key = input.isEditable() ? "input.concealed.typed" : "input.concealed.shown";
    var text =
        model.words().texts().text(key, found.count(), found.first(), found.line(), found.column());
    return new InputLine(InputLine.Kind.CONCEALED, text);
  }

  private Label line(InputLine line) {
    var icon =
        switch (line.kind()) {
          case RECOGNISED -> Feather.CHECK;
          case REPAIRED -> Feather.TOOL;
          case CONCEALED -> Feather.EYE_OFF;
          case PROBLEM -> Feather.ALERT_TRIANGLE;
        };
    var kind =
        switch (line.kind()) {
          case RECOGNISED -> "recognised";
          case REPAIRED -> "repaired";
          case CONCEALED -> "concealed";
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
