package org.whence.gui.main;

import java.time.Duration;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Phase;
import org.whence.gui.model.WatchDesk;

/// The line at the bottom: how far the run is, what was asked, how long it took, and who answers.
public final class StatusController {
  /// A rate is worth telling once there is something to divide.
  private static final Duration RATED = Duration.ofSeconds(1);

  private final CaseModel model;
  private final WatchDesk watch;

  @FXML private Label privately;
  @FXML private Label watching;
  @FXML private Label state;
  @FXML private ProgressBar progress;
  @FXML private Label queries;
  @FXML private Label time;
  @FXML private Label resolver;

  /// @param model the case to show
  /// @param watch the folder that is watched beside it
  public StatusController(CaseModel model, WatchDesk watch) {
    this.model = model;
    this.watch = watch;
  }

  @FXML
  void initialize() {
    model.phaseProperty().subscribe(this::show);
    model.tallyProperty().subscribe(this::show);
    model.elapsedProperty().subscribe(this::show);
    model.askingProperty().subscribe(this::show);
    model.resolverProperty().subscribe(this::show);
    model.answeringProperty().subscribe(this::show);
    model.privateProperty().subscribe(quiet -> show(privately, quiet));
    watch.countProperty().subscribe(this::watched);
    show();
  }

  private static void show(Label label, boolean wanted) {
    label.setVisible(wanted);
    label.setManaged(wanted);
  }

  private void watched(WatchDesk.Count count) {
    show(watching, count.running());
    watching.setText(model.words().texts().text("status.watching", count.cases(), count.failed()));
  }

  private void show() {
    var texts = model.words().texts();
    var phase = model.phaseProperty().get();
    var tally = model.tallyProperty().get();
    var running = phase == Phase.RUNNING;
    state.setText(
        texts.text("status." + phase.name().toLowerCase(Locale.ROOT), tally.ended(), tally.all()));
    progress.setVisible(running);
    progress.setManaged(running);
    progress.setProgress(
        tally.all() == 0
            ? ProgressBar.INDETERMINATE_PROGRESS
            : (double) tally.ended() / tally.all());
    var asked = model.queries();
    queries.setText(
        asked.asked() == 0
            ? ""
            : texts.text("status.queries", asked.asked(), asked.cached(), asked.open()));
    time.setText(time(running, tally.ended(), tally.all()));
    resolver.setText(who());
  }

  private String time(boolean running, int ended, int all) {
    var texts = model.words().texts();
    var elapsed = model.elapsedProperty().get();
    if (elapsed.isZero()) {
      return "";
    }
    var seconds = elapsed.toMillis() / 1000.0;
    var text = texts.text("status.time", seconds);
    if (running && ended > 0 && ended < all && elapsed.compareTo(RATED) >= 0) {
      var rate = ended / seconds;
      text += texts.text("status.rate", rate, Math.ceil((all - ended) / rate));
    }
    return text;
  }

  private String who() {
    var texts = model.words().texts();
    var wording = model.words().wording();
    var answering = model.answeringProperty().get();
    if (!answering.isEmpty()) {
      return wording.running(answering);
    }
    return model.askingProperty().get()
        ? texts.text("status.resolver", wording.running(model.resolverProperty().get()))
        : texts.text("status.off");
  }
}
