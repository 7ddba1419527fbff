package org.whence.gui.page;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.look.MarkLabel;

/// A line with its verdict, and its reason behind.
final class LineCell extends TreeCell<@Nullable Line> {
  private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");
  private static final PseudoClass DECISIVE = PseudoClass.getPseudoClass("decisive");
  private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

  private final Label text = new Label();
  private final Label reason = new Label();
  private final MarkLabel mark = new MarkLabel();
  private final FontIcon hint = new FontIcon(Feather.CORNER_DOWN_RIGHT);
  private final HBox row = new HBox(text);
  private final Tooltip whole = new Tooltip();

  LineCell() {
    getStyleClass().add("page-line");
    row.getStyleClass().add("page-row");
    reason.getStyleClass().add("page-reason");
    text.setTextOverrun(OverrunStyle.ELLIPSIS);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    var gone = empty || line == null;
    pseudoClassStateChanged(NOTE, !gone && !Objects.requireNonNull(line).step());
    pseudoClassStateChanged(DECISIVE, !gone && is(line, "decisive"));
    pseudoClassStateChanged(IDLE, !gone && is(line, "idle"));
    setAccessibleText(gone ? null : Objects.requireNonNull(line).all());
    setTooltip(gone ? null : whole);
    setGraphic(gone ? null : row);
    if (!gone) {
      show(Objects.requireNonNull(line));
    }
  }

  private static boolean is(@Nullable Line line, String emphasis) {
    return line != null && line.emphasis().equals(emphasis);
  }

  private void show(Line line) {
    whole.setText(line.all());
    text.setText(line.text());
    text.setGraphic(line.step() ? null : hint);
    text.setMinWidth(line.step() && !line.reason().isEmpty() ? USE_PREF_SIZE : 0);
    reason.setText(line.reason());
    mark.show(line.mark(), line.word());
    row.getChildren().setAll(text);
    if (!line.word().isEmpty()) {
      row.getChildren().add(mark);
    }
    if (!line.reason().isEmpty()) {
      row.getChildren().add(reason);
    }
  }
}
