package org.whence.gui.again;

import java.util.ArrayList;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.whence.gui.model.AskingAgain;
import org.whence.gui.model.CaseModel;

/// Asks how often, and whom else.
public final class RepeatController {
  private final CaseModel model;
  private final AskingAgain asking;

  @FXML private Spinner<Integer> times;
  @FXML private FlowPane others;
  @FXML private TextField otherUris;

  /// @param asking does it
  public RepeatController(CaseModel model, AskingAgain asking) {
    this.model = model;
    this.asking = asking;
  }

  /// The sheet was opened.
  public void opened() {
    others.getChildren().clear();
    asking.profiles().stream()
        .filter(name -> !name.equals(model.resolverProperty().get()))
        .forEach(name -> {
          var box = new CheckBox(name);
          box.setId("repeat-" + name);
          box.setAccessibleText(model.words().texts().text("repeat.other.spoken", name));
          others.getChildren().add(box);
        });
  }

  /// Starts what was chosen.
  public void start() {
    var names = new ArrayList<String>();
    for (var box : others.getChildren()) {
      if (box instanceof CheckBox chosen && chosen.isSelected()) {
        names.add(chosen.getText());
      }
    }
    Stream.of(otherUris.getText().strip().split("\\s+"))
        .filter(uri -> !uri.isEmpty())
        .forEach(names::add);
    asking.repeat(Math.clamp(times.getValue(), 1, AskingAgain.MOST), names);
  }
}
