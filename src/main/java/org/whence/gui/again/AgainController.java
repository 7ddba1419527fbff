package org.whence.gui.again;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.MenuButton;
import org.whence.gui.model.AskingAgain;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Desk;
import org.whence.gui.model.Phase;

/// The menu of what can be asked again.
public final class AgainController {
  private final CaseModel model;
  private final AskingAgain asking;
  private final Desk desk;
  private Supplier<Optional<Path>> recording = Optional::empty;
  private Runnable repeat = () -> {};

  @FXML private MenuButton again;

  /// @param asking does it
  public AgainController(CaseModel model, Desk desk, AskingAgain asking) {
    this.model = model;
    this.desk = desk;
    this.asking = asking;
  }

  @FXML
  void initialize() {
    model
        .phaseProperty()
        .subscribe(phase -> again.setDisable(phase == Phase.EMPTY || phase == Phase.RUNNING));
  }

  /// Hands over what opens dialogs and sheets.
  ///
  /// @param chosen asks for a recording
  /// @param sheet opens the sheet that asks how often, and whom else
  public void use(Supplier<Optional<Path>> chosen, Runnable sheet) {
    recording = chosen;
    repeat = sheet;
  }

  /// Asks again, and compares.
  @FXML
  public void compare() {
    asking.compare();
  }

  @FXML
  void compareRecording() {
    recording.get().ifPresent(asking::compare);
  }

  @FXML
  void answerRecording() {
    recording.get().ifPresent(asking::answer);
  }

  @FXML
  void keysOfThen() {
    recording.get().ifPresent(desk::keysOfThen);
  }

  @FXML
  void repeat() {
    repeat.run();
  }
}
