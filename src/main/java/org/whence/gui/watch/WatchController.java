package org.whence.gui.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.WatchDesk;
import org.whence.report.Format;
import org.whence.watch.Watch;

/// Starts and stops the watch, and shows how far it is.
public final class WatchController {
  private final CaseModel model;
  private final WatchDesk desk;
  private Function<String, Optional<Path>> folder = _ -> Optional.empty();

  @FXML private TextField watchFrom;
  @FXML private TextField watchTo;
  @FXML private Button watchChooseFrom;
  @FXML private Button watchChooseTo;
  @FXML private FlowPane watchFormats;
  @FXML private CheckBox watchRedacted;
  @FXML private Label watchWhom;
  @FXML private Label watchTrouble;
  @FXML private Label watchCount;
  @FXML private Button watchStart;
  @FXML private Button watchStop;
  @FXML private ListView<Watch.Outcome> watchDone;

  /// @param desk watches
  public WatchController(CaseModel model, WatchDesk desk) {
    this.model = model;
    this.desk = desk;
  }

  @FXML
  void initialize() {
    watchFrom.textProperty().bindBidirectional(desk.fromProperty());
    watchTo.textProperty().bindBidirectional(desk.toProperty());
    watchRedacted.selectedProperty().bindBidirectional(desk.redactedProperty());
    for (var format : Format.values()) {
      watchFormats.getChildren().add(box(format));
    }
    watchDone.setItems(desk.done());
    watchDone.setCellFactory(_ -> new OutcomeCell());
    desk.countProperty().subscribe(this::count);
    desk.troubleProperty()
        .subscribe(line -> {
          watchTrouble.setText(line);
          watchTrouble.setVisible(!line.isEmpty());
          watchTrouble.setManaged(!line.isEmpty());
        });
    model.askingProperty().subscribe(this::whom);
    model.resolverProperty().subscribe(this::whom);
    model.privateProperty().subscribe(this::whom);
    whom();
    count();
  }

  private CheckBox box(Format format) {
    var box = new CheckBox(model.words().texts().text("format." + format.word()));
    box.setId("watch-" + format.word());
    box.setSelected(desk.formats().contains(format));
    box.selectedProperty()
        .subscribe((_, wanted) -> {
          if (wanted) {
            desk.formats().add(format);
          } else {
            desk.formats().remove(format);
          }
        });
    return box;
  }

  /// The sheet was opened.
  ///
  /// @param chosen asks for a folder
  public void opened(Function<String, Optional<Path>> chosen) {
    folder = chosen;
  }

  private void whom() {
    var texts = model.words().texts();
    var asking = model.askingProperty().get();
    var whom =
        asking
            ? texts.text(
                "watch.whom", model.words().wording().running(model.resolverProperty().get()))
            : texts.text("watch.offline");
    watchWhom.setText(
        model.privateProperty().get() ? whom + " " + texts.text("watch.private") : whom);
  }

  private void count() {
    var count = desk.countProperty().get();
    var running = count.running();
    List.<Node>of(
            watchFrom,
            watchTo,
            watchChooseFrom,
            watchChooseTo,
            watchFormats,
            watchRedacted,
            watchStart)
        .forEach(node -> node.setDisable(running));
    watchStop.setDisable(!running);
    watchCount.setText(
        model
            .words()
            .texts()
            .text(running ? "watch.count.running" : "watch.count", count.cases(), count.failed()));
  }

  @FXML
  void chooseFrom() {
    choose("watch.from", desk.fromProperty());
  }

  @FXML
  void chooseTo() {
    choose("watch.to", desk.toProperty());
  }

  private void choose(String title, StringProperty into) {
    folder
        .apply(model.words().texts().text(title))
        .ifPresent(chosen -> into.set(chosen.toString()));
  }

  @FXML
  void start() {
    desk.start();
  }

  @FXML
  void stop() {
    desk.stop();
  }

  /// What became of a file, and why it failed.
  private final class OutcomeCell extends ListCell<Watch.Outcome> {
    private final FontIcon icon = new FontIcon();

    OutcomeCell() {
      getStyleClass().add("input-line");
    }

    @Override
    protected void updateItem(Watch.@Nullable Outcome outcome, boolean empty) {
      super.updateItem(outcome, empty);
      var style = new ArrayList<>(getStyleClass());
      style.removeAll(List.of("recognised", "problem"));
      if (empty || outcome == null) {
        setText(null);
        setGraphic(null);
        setTooltip(null);
      } else {
        var failed = outcome.failure().isPresent();
        icon.setIconCode(failed ? Feather.ALERT_TRIANGLE : Feather.CHECK);
        style.add(failed ? "problem" : "recognised");
        var text = model.words().wording().running(outcome.line());
        setText(text);
        setGraphic(icon);
        setTooltip(new Tooltip(text));
      }
      getStyleClass().setAll(style);
    }
  }
}
