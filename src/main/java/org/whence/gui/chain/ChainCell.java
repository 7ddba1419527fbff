package org.whence.gui.chain;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.NodeRow;
import org.whence.gui.model.NodeWords;

/// A cell that shows one part of a node's row.
class ChainCell extends TreeTableCell<ChainNode, @Nullable Shown> {
  /// Text that fits into every column has no need to be shown again beside the mouse.
  private static final int SHORT = 12;

  private final Supplier<NodeWords> words;
  private final Function<NodeRow, String> part;
  private final Tooltip whole = new Tooltip();

  ChainCell(Supplier<NodeWords> words, Function<NodeRow, String> part) {
    this.words = words;
    this.part = part;
  }

  /// Names are told apart by their ends as much as by their beginnings; of a hop the address, which
  /// comes first, counts most.
  ///
  /// @param noted whether the analyst wrote something of a node, which is marked
  static ChainCell subject(Supplier<NodeWords> words, Predicate<ChainNode> noted) {
    var cell =
        new ChainCell(words, NodeRow::subject) {
          private final FontIcon mark = new FontIcon(Feather.EDIT_3);

          @Override
          void show(Shown shown, String text) {
            super.show(shown, text);
            setGraphic(noted.test(shown.node()) ? mark : null);
            var top = shown.node().way().size() == 1;
            setTextOverrun(top ? OverrunStyle.ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
          }
        };
    cell.getStyleClass().add("subject");
    cell.setContentDisplay(ContentDisplay.RIGHT);
    return cell;
  }

  static ChainCell why(Supplier<NodeWords> words) {
    return new ChainCell(words, NodeRow::why);
  }

  static ChainCell took(Supplier<NodeWords> words) {
    var cell = new ChainCell(words, NodeRow::took);
    cell.getStyleClass().add("number");
    return cell;
  }

  /// Icon, word and colour.
  static ChainCell result(Supplier<NodeWords> words) {
    return new ChainCell(words, NodeRow::word) {
      private final MarkLabel mark = new MarkLabel();

      @Override
      void show(Shown shown, String text) {
        mark.show(Mark.of(shown.state()), text);
        setGraphic(mark);
      }
    };
  }

  @Override
  protected final void updateItem(@Nullable Shown shown, boolean empty) {
    super.updateItem(shown, empty);
    if (empty || shown == null) {
      setText(null);
      setGraphic(null);
      setTooltip(null);
    } else {
      var text = part.apply(words.get().row(shown.node()));
      show(shown, text);
      whole.setText(text);
      setTooltip(text.length() > SHORT ? whole : null);
    }
  }

  void show(Shown shown, String text) {
    setText(text);
  }
}
