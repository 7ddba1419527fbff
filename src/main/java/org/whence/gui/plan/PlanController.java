package org.whence.gui.plan;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Foresight;
import org.whence.gui.model.HopRow;
import org.whence.gui.model.HopWords;
import org.whence.gui.model.Scope;
import org.whence.gui.page.PageTree;
import org.whence.investigation.Check;
import org.whence.investigation.plan.Plan;
import org.whence.report.Format;
import org.whence.report.Report;
import org.whence.report.ReportOptions;

/// Shows the plan while it is open, and makes it anew whenever somebody else would be asked, or
/// something else.
public final class PlanController {
  private final CaseModel model;
  private final Foresight foresight;

  @FXML private VBox servers;
  @FXML private FlowPane counts;
  @FXML private FlowPane branches;
  @FXML private ToggleButton planAsking;
  @FXML private Button planRecording;
  @FXML private Button planWithout;
  @FXML private PageTree planTree;
  @FXML private Label planTrouble;

  private boolean open;
  private Supplier<Optional<Path>> chooser = Optional::empty;

  /// @param foresight makes the plans
  public PlanController(CaseModel model, Foresight foresight) {
    this.model = model;
    this.foresight = foresight;
  }

  @FXML
  void initialize() {
    planAsking.selectedProperty().bindBidirectional(model.askingProperty());
    planAsking
        .selectedProperty()
        .subscribe(
            may -> planAsking.setGraphic(new FontIcon(may ? Feather.WIFI : Feather.WIFI_OFF)));
    model.askingProperty().subscribe(this::refresh);
    model.resolverProperty().subscribe(this::refresh);
    model.scopeProperty().subscribe(this::refresh);
    model.securityProperty().subscribe(this::refresh);
    foresight.recordingProperty().subscribe(this::through);
    model.wordsProperty().subscribe(this::show);
    foresight.planProperty().subscribe(this::show);
    foresight.troubleProperty().subscribe(this::show);
  }

  /// The sheet was opened: everything is as the case stands now.
  ///
  /// @param chosen asks for a recording
  public void opened(Supplier<Optional<Path>> chosen) {
    open = true;
    chooser = chosen;
    branches.getChildren().clear();
    if (model.rawProperty().get().isPresent()) {
      for (var check : Check.values()) {
        branches.getChildren().add(check(check));
      }
      model.hops().stream()
          .filter(row -> row.received().fromIp().isPresent())
          .forEach(row -> branches.getChildren().add(hop(row)));
    }
    branches.setVisible(!branches.getChildren().isEmpty());
    branches.setManaged(!branches.getChildren().isEmpty());
    refresh();
  }

  private void through(Optional<Path> recording) {
    planRecording.setText(
        recording
            .map(file ->
                text(
                    "plan.through",
                    model.words().wording().running(String.valueOf(file.getFileName()))))
            .orElseGet(() -> text("plan.recording")));
    planWithout.setVisible(recording.isPresent());
    planWithout.setManaged(recording.isPresent());
    refresh();
  }

  @FXML
  void choose() {
    chooser.get().ifPresent(file -> foresight.recordingProperty().set(Optional.of(file)));
  }

  @FXML
  void without() {
    foresight.recordingProperty().set(Optional.empty());
  }

  /// Whether the sheet lies there.
  public boolean isOpen() {
    return open;
  }

  /// The sheet was taken away.
  public void closed() {
    open = false;
    foresight.close();
  }

  private CheckBox check(Check check) {
    return branch(
        check.name(),
        "plan-" + check.word(),
        !scope().checks().contains(check),
        made -> scope().with(check, made));
  }

  private CheckBox hop(HopRow row) {
    return branch(
        text("plan.hop", row.number(), new HopWords(model.words()).address(row)),
        "plan-hop-" + row.number(),
        !scope().hops().contains(row.number()),
        asked -> scope().with(row.number(), asked));
  }

  private CheckBox branch(
      String words, String id, boolean wanted, Function<Boolean, Scope> changed) {
    var box = new CheckBox(words);
    box.setId(id);
    box.setAccessibleText(text("plan.branch.spoken", words));
    box.setSelected(wanted);
    box.selectedProperty()
        .addListener((_, _, now) -> model.scopeProperty().set(changed.apply(now)));
    return box;
  }

  private Scope scope() {
    return model.scopeProperty().get();
  }

  private void refresh() {
    if (open) {
      foresight.refresh();
    }
  }

  private void show() {
    var plan = foresight.planProperty().get();
    var options = ReportOptions.defaults(Format.TEXT).withDefanged(model.defangedProperty().get());
    servers.getChildren().clear();
    plan.ifPresent(made -> Report.asked(made, options).forEach(line -> server(line, made)));
    var page = plan.map(made -> Report.page(made, options));
    counts
        .getChildren()
        .setAll(
            page.stream()
                .flatMap(made -> made.strips().stream())
                .flatMap(strip -> strip.badges().stream())
                .map(badge -> MarkLabel.badge(badge.text()))
                .toList());
    planTree.show(page);
    var trouble = foresight.troubleProperty().get();
    planTrouble.setText(trouble);
    planTrouble.setVisible(!trouble.isEmpty());
    planTrouble.setManaged(!trouble.isEmpty());
  }

  /// The next server, with an open lock where others can read along.
  private void server(String line, Plan plan) {
    var number = servers.getChildren().size();
    var icon =
        plan.servers().isEmpty()
            ? Feather.SLASH
            : Plan.isEncrypted(plan.servers().get(number)) ? Feather.LOCK : Feather.UNLOCK;
    var label = new Label(line, new FontIcon(icon));
    label.setWrapText(true);
    servers.getChildren().add(label);
  }

  private String text(String key, Object... values) {
    return model.words().texts().text(key, values);
  }
}
