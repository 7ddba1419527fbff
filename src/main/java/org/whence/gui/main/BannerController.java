package org.whence.gui.main;

import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.whence.casefile.CaseFile;
import org.whence.gui.model.AskingAgain;
import org.whence.gui.model.CaseModel;

/// Says of a case that was opened when and through whom it was recorded, for as long as it is
/// looked at, and offers to ask again.
public final class BannerController {
  private final CaseModel model;
  private final AskingAgain asking;

  @FXML private HBox banner;
  @FXML private Label text;

  /// @param asking asks the case again
  public BannerController(CaseModel model, AskingAgain asking) {
    this.model = model;
    this.asking = asking;
  }

  @FXML
  void initialize() {
    banner.getStyleClass().add("info");
    Stream.of(
            model.saved().originProperty(),
            model.saved().askedAnewProperty(),
            model.wordsProperty())
        .forEach(watched -> watched.subscribe(_ -> show()));
  }

  private void show() {
    var origin = model.saved().originProperty().get();
    banner.setVisible(origin.isPresent());
    banner.setManaged(origin.isPresent());
    text.setText(origin.map(this::words).orElse(""));
    text.setTooltip(origin.isPresent() ? new Tooltip(text.getText()) : null);
  }

  private String words(CaseFile kept) {
    var recorded = kept.provenance();
    return model
        .words()
        .texts()
        .text(
            model.saved().askedAnewProperty().get() ? "banner.anew" : "banner.kept",
            recorded.started().truncatedTo(ChronoUnit.SECONDS).toString(),
            model.words().wording().running(recorded.resolver()));
  }

  @FXML
  void compare() {
    asking.compare();
  }
}
