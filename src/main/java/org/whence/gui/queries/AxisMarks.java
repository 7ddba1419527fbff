package org.whence.gui.queries;

import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.whence.gui.model.Texts;
import org.whence.gui.model.TimeAxis;

/// The times at the head of the waterfall.
final class AxisMarks extends Pane {
  private static final double APART = 6;
  private static final Duration SECONDS = Duration.ofSeconds(10);

  private final Texts texts;
  private TimeAxis axis = TimeAxis.NONE;

  AxisMarks(Texts texts) {
    this.texts = texts;
    getStyleClass().add("axis-marks");
  }

  void show(TimeAxis now) {
    if (!now.equals(axis) || getChildren().isEmpty()) {
      axis = now;
      getChildren().setAll(now.marks().stream().map(this::label).toList());
    }
  }

  private Label label(Duration mark) {
    var label =
        new Label(
            axis.length().compareTo(SECONDS) >= 0
                ? texts.text("queries.seconds", mark.toMillis() / 1000.0)
                : texts.text("queries.millis", Long.toString(mark.toMillis())));
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  /// A mark that would touch the one before it is left out.
  @Override
  protected void layoutChildren() {
    var marks = axis.marks();
    var free = 0.0;
    for (var i = 0; i < getChildren().size(); i++) {
      var label = getChildren().get(i);
      var width = label.prefWidth(-1);
      var at = axis.placeOf(marks.get(i)) * getWidth();
      var from = Math.clamp(at - width / 2, 0, Math.max(0, getWidth() - width));
      label.setVisible(from >= free);
      label.resizeRelocate(snapPositionX(from), 0, width, getHeight());
      free = from >= free ? from + width + APART : free;
    }
  }
}
