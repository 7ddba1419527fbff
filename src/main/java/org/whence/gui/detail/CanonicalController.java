package org.whence.gui.detail;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.whence.gui.model.CanonicalView;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.FileDialogs;
import org.whence.gui.model.Reports;

/// Shows what the signature of the selected node hashes, before and after it was made canonical.
public final class CanonicalController {
  private final CaseModel model;
  private final Reports reports;
  private final FileDialogs dialogs;
  private Optional<CanonicalView> view = Optional.empty();

  @FXML private VBox canonical;
  @FXML private Label none;
  @FXML private ToggleButton header;
  @FXML private ToggleButton body;
  @FXML private ToggleButton before;
  @FXML private ToggleButton after;
  @FXML private TextArea octets;
  @FXML private Label left;

  /// @param model the case to show
  public CanonicalController(CaseModel model, Reports reports, FileDialogs dialogs) {
    this.model = model;
    this.reports = reports;
    this.dialogs = dialogs;
  }

  @FXML
  void initialize() {
    oneOf(header, body);
    oneOf(before, after);
    List.of(header, body, before, after)
        .forEach(toggle -> toggle.selectedProperty().subscribe(this::show));
    model.selectedProperty().subscribe(this::choose);
    model.investigationProperty().subscribe(this::choose);
    model.wordsProperty().subscribe(this::show);
  }

  /// One of the two is always chosen.
  private static void oneOf(ToggleButton first, ToggleButton second) {
    var group = new ToggleGroup();
    group.getToggles().setAll(first, second);
    group
        .selectedToggleProperty()
        .addListener((_, old, now) -> {
          if (now == null) {
            group.selectToggle(old);
          }
        });
  }

  private void choose() {
    view =
        model
            .selectedProperty()
            .get()
            .flatMap(node -> CanonicalView.of(model.investigationProperty().get(), node));
    show();
  }

  private void show() {
    canonical.setVisible(view.isPresent());
    none.setVisible(view.isEmpty());
    var shown = view.map(found -> found.shown(part(), after.isSelected()));
    octets.setText(shown.map(CanonicalView.Shown::text).orElse(""));
    var rest = shown.map(CanonicalView.Shown::left).orElse(0);
    left.setText(rest > 0 ? model.words().texts().text("canonical.left", rest) : "");
    left.setManaged(rest > 0);
    left.setVisible(rest > 0);
  }

  private CanonicalView.Part part() {
    return body.isSelected() ? CanonicalView.Part.BODY : CanonicalView.Part.HEADER;
  }

  @FXML
  void save() {
    view.ifPresent(found ->
        dialogs
            .save(name())
            .ifPresent(file -> reports.save(file, found, part(), after.isSelected())));
  }

  /// As the command line calls it.
  private String name() {
    var what = body.isSelected() ? "dkim.body" : "dkim.header";
    return after.isSelected() ? what : what + ".before";
  }
}
