package org.whence.gui.hops;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.whence.gui.model.WayAxis;

/// The time of a hop on the axis of the way: a bar from the stamp before to its own, and a mark
/// where its own would be, were its clock right.
final class HopBar extends Pane {
  private static final PseudoClass BACK = PseudoClass.getPseudoClass("back");
  private static final double HEIGHT = 9;

  /// What took no time can still be seen.
  private static final double LEAST = 3;

  private final Region bar = new Region();
  private final Region right = new Region();
  private Optional<WayAxis.Span> shown = Optional.empty();

  HopBar() {
    getStyleClass().add("hop-way");
    bar.getStyleClass().setAll("hop-bar");
    right.getStyleClass().setAll("hop-right");
    getChildren().setAll(bar, right);
    setMinWidth(0);
  }

  void show(Optional<WayAxis.Span> span) {
    shown = span;
    bar.setVisible(span.isPresent());
    bar.pseudoClassStateChanged(BACK, span.filter(WayAxis.Span::back).isPresent());
    right.setVisible(span.flatMap(WayAxis.Span::right).isPresent());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    var room = getWidth() - LEAST;
    var top = (getHeight() - HEIGHT) / 2;
    shown.ifPresent(span -> {
      var from = Math.min(span.from(), span.to()) * room;
      var width = Math.max(LEAST, Math.abs(span.to() - span.from()) * room);
      bar.resizeRelocate(snapPositionX(from), top, snapSizeX(width), HEIGHT);
      span.right()
          .ifPresent(
              at -> right.resizeRelocate(snapPositionX(at * room), top - 2, LEAST, HEIGHT + 4));
    });
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }
}
