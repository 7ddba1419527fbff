package org.whence.gui.hops;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.HopRow;

/// A row of the table of hops: what is below the trust line is dimmed, and the line itself drawn
/// where it lies.
final class HopLine extends TableRow<HopRow> {
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
  private static final PseudoClass BORDER = PseudoClass.getPseudoClass("border");

  private final CaseModel model;

  HopLine(CaseModel model) {
    this.model = model;
  }

  @Override
  protected void updateItem(@Nullable HopRow row, boolean empty) {
    super.updateItem(row, empty);
    var line = model.trust().lineProperty().get();
    var here = !empty && row != null && line.isPresent();
    pseudoClassStateChanged(BELOW, here && row != null && !line.orElseThrow().isAbove(row.hop()));
    pseudoClassStateChanged(
        BORDER, here && row != null && line.orElseThrow().index() == row.hop().index());
  }
}
