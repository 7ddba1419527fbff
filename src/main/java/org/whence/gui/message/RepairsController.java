package org.whence.gui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.CaseModel;
import org.whence.investigation.Input;
import org.whence.investigation.Place;
import org.whence.investigation.Repair;
import org.whence.report.InputWording;

/// Lists what was put right in the input, place by place. Choosing a place shows it in the input as
/// it came.
public final class RepairsController {
  private final CaseModel model;

  @FXML private ListView<Line> repairs;
  @FXML private Label none;

  /// A line of the list.
  ///
  /// @param text safe to show
  record Line(String text, Place place) {}

  /// @param model the case to show
  public RepairsController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    repairs.setCellFactory(_ -> new Cell());
    model.inputProperty().subscribe(this::show);
    repairs
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, line) ->
            model.message().repairedProperty().set(Optional.ofNullable(line).map(Line::place)));
  }

  private void show(Optional<Input> input) {
    var lines = new ArrayList<Line>();
    input.map(Input::repairs).orElse(List.of()).forEach(repair -> lines(repair, lines));
    repairs.getItems().setAll(lines);
    none.setVisible(lines.isEmpty());
  }

  private void lines(Repair repair, List<Line> lines) {
    var words = new InputWording(model.words().wording());
    lines.add(new Line(words.repair(repair), repair.first()));
    for (var place : repair.places().subList(1, repair.places().size())) {
      lines.add(
          new Line(
              model.words().texts().text("message.repair.place", place.line(), place.column()),
              place));
    }
  }

  private static final class Cell extends ListCell<@Nullable Line> {
    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty || line == null ? null : line.text());
    }
  }
}
