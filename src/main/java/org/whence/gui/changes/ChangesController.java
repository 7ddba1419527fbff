package org.whence.gui.changes;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Clip;
import org.whence.gui.model.Reports;
import org.whence.gui.page.Line;
import org.whence.gui.page.PageTree;
import org.whence.investigation.Comparison;
import org.whence.report.Format;
import org.whence.report.Report;
import org.whence.report.ReportOptions;

/// Shows the differences. Choosing one selects the step in the chain, which is that of the new run.
public final class ChangesController {
  private final CaseModel model;
  private final Reports reports;
  private final Clip clip;

  @FXML private Label nothing;
  @FXML private VBox changes;
  @FXML private HBox result;
  @FXML private Label runs;
  @FXML private PageTree changesTree;

  /// @param model the case to show
  public ChangesController(CaseModel model, Reports reports, Clip clip) {
    this.model = model;
    this.reports = reports;
    this.clip = clip;
  }

  @FXML
  void initialize() {
    model.comparisonProperty().subscribe(this::show);
    model.wordsProperty().subscribe(this::show);
    changesTree
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, item) -> Optional.ofNullable(item).ifPresent(i -> go(i.getValue())));
  }

  private void go(Line line) {
    model
        .chain()
        .at(line.path())
        .ifPresent(node -> model.selectedProperty().set(Optional.of(node)));
  }

  private void show() {
    var comparison = model.comparisonProperty().get();
    nothing.setVisible(comparison.isEmpty());
    changes.setVisible(comparison.isPresent());
    var page = comparison.map(found -> Report.page(found, options()));
    changesTree.show(page);
    result
        .getChildren()
        .setAll(
            page.stream()
                .flatMap(found -> found.strips().stream())
                .flatMap(strip -> strip.badges().stream())
                .map(badge -> MarkLabel.badge(mark(comparison.orElseThrow()), badge.text()))
                .toList());
    comparison.ifPresent(found -> runs.setText(runs(found)));
  }

  private ReportOptions options() {
    return ReportOptions.defaults(Format.TEXT).withDefanged(model.defangedProperty().get());
  }

  private static Mark mark(Comparison comparison) {
    return switch (comparison.result()) {
      case SAME -> Mark.NEUTRAL;
      case CHANGED -> Mark.SOFTFAIL;
      case UNSURE -> Mark.TEMPERROR;
    };
  }

  private String runs(Comparison comparison) {
    var before = comparison.before();
    var after = comparison.after();
    return model
        .words()
        .texts()
        .text(
            "changes.runs",
            visible(before.parameters().resolver()),
            before.started().toString(),
            visible(after.parameters().resolver()),
            after.started().toString(),
            comparison.verdicts().size());
  }

  private String visible(String text) {
    return model.words().wording().running(text);
  }

  /// The differences as text, for the ticket.
  @FXML
  void copy() {
    model.comparisonProperty().get().ifPresent(found -> reports.asText(found, clip::text));
  }
}
