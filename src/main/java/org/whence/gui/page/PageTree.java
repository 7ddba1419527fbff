package org.whence.gui.page;

import java.util.Optional;
import javafx.scene.control.TreeView;
import org.whence.report.Page;

/// The tree of a page.
public final class PageTree extends TreeView<Line> {
  /// An empty one.
  public PageTree() {
    setCellFactory(_ -> new LineCell());
    getStyleClass().addAll("page-tree", "dense");
  }

  /// Shows another page, or none.
  public void show(Optional<Page> page) {
    setRoot(page.map(shown -> Line.items(shown.tree())).orElse(null));
  }
}
