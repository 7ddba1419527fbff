package org.whence.gui.hops;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.HopRow;
import org.whence.gui.model.WayAxis;

/// The bar of a hop, with what was noticed about it beside the mouse.
final class WayCell extends TableCell<HopRow, @Nullable HopRow> {
  private final Supplier<WayAxis> axis;
  private final Function<HopRow, String> noticed;
  private final HopBar bar = new HopBar();

  WayCell(Supplier<WayAxis> axis, Function<HopRow, String> noticed) {
    this.axis = axis;
    this.noticed = noticed;
  }

  @Override
  protected void updateItem(@Nullable HopRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    bar.show(axis.get().span(row));
    setGraphic(bar);
    var words = noticed.apply(row);
    setTooltip(words.isEmpty() ? null : new Tooltip(words));
  }
}
