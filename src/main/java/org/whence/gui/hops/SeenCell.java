package org.whence.gui.hops;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.HopRow;
import org.whence.gui.model.SeenBefore;

/// Tells in how many other cases a hop's client was seen, and leads into the history: at once, or
/// where several things of it were seen, by a menu of them.
final class SeenCell extends TableCell<HopRow, @Nullable HopRow> {
  private final CaseModel model;
  private final SeenBefore seen;
  private final Hyperlink link = new Hyperlink();

  SeenCell(CaseModel model) {
    this.model = model;
    this.seen = new SeenBefore(model);
    link.getStyleClass().addAll("step-link", "seen-link");
  }

  @Override
  protected void updateItem(@Nullable HopRow row, boolean empty) {
    super.updateItem(row, empty);
    var marks = empty || row == null ? List.<ChainNode>of() : seen.of(row);
    if (marks.isEmpty()) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    var lines = marks.stream().map(seen::line).collect(Collectors.joining("\n"));
    link.setText(model.words().texts().text("hops.seen.cases", seen.cases(marks)));
    link.setAccessibleText(model.words().texts().text("hops.seen.spoken", lines));
    link.setOnAction(_ -> lead(marks));
    setGraphic(link);
    setTooltip(new Tooltip(lines));
  }

  private void lead(List<ChainNode> marks) {
    if (marks.size() == 1) {
      seen.recall(marks.getFirst());
      return;
    }
    var menu = new ContextMenu();
    for (var mark : marks) {
      var item = new MenuItem(seen.line(mark));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> seen.recall(mark));
      menu.getItems().add(item);
    }
    menu.show(link, Side.BOTTOM, 0, 0);
  }
}
