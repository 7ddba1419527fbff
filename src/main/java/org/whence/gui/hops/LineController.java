package org.whence.gui.hops;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.HopRow;
import org.whence.gui.model.TrustDesk;
import org.whence.investigation.TrustLine;
import org.whence.investigation.TrustReason;
import org.whence.mail.BorderRule;
import org.whence.mail.BorderRule.Strategy;
import org.whence.mail.Hop;

/// Tells where the trust line lies and why, and lets the analyst draw it at a hop; and what was
/// noticed about the way as a whole.
public final class LineController {
  private final CaseModel model;
  private final TrustDesk desk;
  private final Tooltip reason = new Tooltip();
  private final Tooltip reasons = new Tooltip();

  @FXML private Label where;
  @FXML private Button here;
  @FXML private Button found;
  @FXML private ToggleButton whom;
  @FXML private Parent trust;
  @FXML private Label noticed;

  /// @param model the case to show
  /// @param desk does what is chosen
  public LineController(CaseModel model, TrustDesk desk) {
    this.model = model;
    this.desk = desk;
  }

  @FXML
  void initialize() {
    model.trust().lineProperty().subscribe(this::show);
    model.wordsProperty().subscribe(this::show);
    show();
    model.hops().addListener((ListChangeListener<HopRow>) _ -> show());
    model.chain().revisionProperty().subscribe(this::notice);
    model.wordsProperty().subscribe(this::notice);
    model
        .hopProperty()
        .subscribe(hop -> here.setDisable(hop.filter(row -> row.number() > 0).isEmpty()));
    whom.selectedProperty()
        .subscribe(shown -> {
          trust.setVisible(shown);
          trust.setManaged(shown);
        });
  }

  private void show() {
    var drawn = model.trust().lineProperty().get();
    var kept = model.trust().keptProperty().get().isPresent();
    here.setVisible(drawn.isPresent() && !kept);
    var words = drawn.map(this::words).orElse("");
    where.setText(words);
    // In a narrow window the words themselves are cut.
    reason.setText(words + drawn.map(this::why).map("\n"::concat).orElse(""));
    where.setTooltip(drawn.isPresent() ? reason : null);
    var byHand = !kept && model.trust().judging().border().strategy() == Strategy.HOP;
    found.setVisible(byHand && drawn.isPresent());
    found.setManaged(found.isVisible());
  }

  /// What was noticed about the way as a whole, such as that there is none.
  private void notice() {
    var wording = model.words().wording();
    var findings = model.chain().root().map(root -> root.state().findings()).orElse(List.of());
    noticed.setText(
        findings.stream().map(wording::finding).collect(Collectors.joining(" \u00b7 ")));
    noticed.setVisible(!findings.isEmpty());
    noticed.setManaged(!findings.isEmpty());
    var why =
        findings.stream()
            .map(each -> wording.why(each.reason(), each.values()) + "  " + each.reason().clause())
            .collect(Collectors.joining("\n"));
    reasons.setText(why);
    noticed.setTooltip(findings.isEmpty() ? null : reasons);
  }

  private String words(TrustLine drawn) {
    var wording = model.words().wording();
    var finding = finding(drawn);
    return model.words().texts().text("trust.line", wording.finding(finding));
  }

  private String why(TrustLine drawn) {
    var finding = finding(drawn);
    return model.words().wording().why(finding.reason(), finding.values());
  }

  private Finding finding(TrustLine drawn) {
    return drawn.reason() == TrustReason.NOT_FOUND
        ? new Finding(drawn.reason(), drawn.ruleTold())
        : new Finding(
            drawn.reason(),
            List.of(
                number(drawn).<Value>map(Value::of).orElse(Value.of("")),
                drawn
                    .border()
                    .flatMap(border -> border.ip())
                    .<Value>map(Value::of)
                    .orElse(Value.of("")),
                Value.of("")));
  }

  private Optional<Integer> number(TrustLine drawn) {
    return model.hops().stream()
        .map(HopRow::hop)
        .filter(hop -> hop.index() == drawn.index())
        .findFirst()
        .flatMap(Hop::number);
  }

  @FXML
  void drawHere() {
    model.hopProperty().get().ifPresent(row -> desk.draw(BorderRule.hop(row.number())));
  }

  @FXML
  void drawFound() {
    desk.draw(BorderRule.AUTOMATIC);
  }
}
