package org.whence.gui.chain;

import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeTableRow;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Emphasis;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.NodeWords;
import org.whence.investigation.InvestigationTopic;

/// A row that a screen reader reads as a whole: "hop 3 of 6, 198.51.100.7, IPREV permerror, no PTR
/// record".
final class ChainRow extends TreeTableRow<ChainNode> {
  private static final PseudoClass TOP = PseudoClass.getPseudoClass("top");
  private static final PseudoClass DECISIVE = PseudoClass.getPseudoClass("decisive");
  private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
  private static final PseudoClass LINE = PseudoClass.getPseudoClass("line");

  private final Supplier<NodeWords> words;
  private final Predicate<ChainNode> belowLine;
  private final Predicate<ChainNode> noted;
  private final InvalidationListener changed = _ -> show();

  /// @param belowLine whether a node belongs to a hop below the trust line
  /// @param noted whether the analyst wrote something of a node
  ChainRow(Supplier<NodeWords> words, Predicate<ChainNode> belowLine, Predicate<ChainNode> noted) {
    this.words = words;
    this.belowLine = belowLine;
    this.noted = noted;
    itemProperty()
        .addListener((_, before, now) -> {
          if (before != null) {
            before.stateProperty().removeListener(changed);
          }
          if (now != null) {
            now.stateProperty().addListener(changed);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable ChainNode node, boolean empty) {
    super.updateItem(node, empty);
    pseudoClassStateChanged(LINE, node != null && node.topic() == InvestigationTopic.TRUST_LINE);
    pseudoClassStateChanged(TOP, node != null && node.way().size() == 1);
    show();
  }

  private void show() {
    var node = getItem();
    var emphasis = node == null ? Emphasis.PLAIN : node.state().emphasis();
    pseudoClassStateChanged(BELOW, node != null && belowLine.test(node));
    pseudoClassStateChanged(DECISIVE, emphasis == Emphasis.DECISIVE);
    pseudoClassStateChanged(IDLE, node != null && isIdle(node));
    setAccessibleText(node == null ? null : spoken(node));
  }

  private String spoken(ChainNode node) {
    var row = words.get().row(node).spoken();
    return noted.test(node) ? words.get().texts().text("note.row", row) : row;
  }

  /// What lies below something that counts for nothing counts for nothing.
  private static boolean isIdle(ChainNode node) {
    return node.way().stream().anyMatch(each -> each.state().emphasis() == Emphasis.IDLE);
  }
}
