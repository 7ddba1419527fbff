package org.whence.gui.hops;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
  private final BiFunction<HopRow, List<String>, String> spoken;

  /// @param spoken the row as it is read aloud, with what else is known of it
  HopLine(CaseModel model, BiFunction<HopRow, List<String>, String> spoken) {
    this.model = model;
    this.spoken = spoken;
  }

  @Override
  protected void updateItem(@Nullable HopRow row, boolean empty) {
    super.updateItem(row, empty);
    var hop = empty ? Optional.<HopRow>empty() : Optional.ofNullable(row);
    var line = model.trust().lineProperty().get();
    var below =
        hop.isPresent() && line.filter(drawn -> !drawn.isAbove(hop.get().hop())).isPresent();
    var border =
        hop.isPresent()
            && line.filter(drawn -> drawn.index() == hop.get().hop().index()).isPresent();
    pseudoClassStateChanged(BELOW, below);
    pseudoClassStateChanged(BORDER, border);
    setAccessibleText(
        hop.map(shown -> spoken.apply(shown, more(shown, below, border))).orElse(null));
  }

  /// Where it lies at the line, which others see, and how its client was judged.
  private List<String> more(HopRow hop, boolean below, boolean border) {
    var texts = model.words().texts();
    return List.of(
        below ? texts.text("hops.spoken.below") : border ? texts.text("hops.spoken.border") : "",
        hop.node(model.chain())
            .map(node -> model.words().row(node).word())
            .filter(word -> !word.isEmpty())
            .map(word -> texts.text("hops.result") + " " + word)
            .orElse(""));
  }
}
