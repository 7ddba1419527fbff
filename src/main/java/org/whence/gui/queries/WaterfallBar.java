package org.whence.gui.queries;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.whence.gui.model.TimeAxis;

/// The bar of a question on the axis of time: a region for each part.
final class WaterfallBar extends Pane {
  private static final double HEIGHT = 9;

  /// What takes no time can still be seen.
  private static final double LEAST = 3;

  private List<TimeAxis.Span> spans = List.of();

  WaterfallBar() {
    getStyleClass().add("waterfall");
    setMinWidth(0);
  }

  void show(List<TimeAxis.Span> parts) {
    if (!parts.equals(spans)) {
      spans = parts;
      getChildren().setAll(parts.stream().map(WaterfallBar::region).toList());
    }
  }

  private static Region region(TimeAxis.Span span) {
    var region = new Region();
    region.getStyleClass().setAll("bar", span.part().name().toLowerCase(Locale.ROOT));
    return region;
  }

  @Override
  protected void layoutChildren() {
    var room = getWidth() - LEAST;
    for (var i = 0; i < spans.size(); i++) {
      var span = spans.get(i);
      var moment = span.part() == TimeAxis.Part.CACHED;
      var width = moment ? HEIGHT : Math.max(LEAST, (span.to() - span.from()) * room);
      var from = Math.min(span.from() * room, getWidth() - width);
      getChildren()
          .get(i)
          .resizeRelocate(
              snapPositionX(from), (getHeight() - HEIGHT) / 2, snapSizeX(width), HEIGHT);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }
}
