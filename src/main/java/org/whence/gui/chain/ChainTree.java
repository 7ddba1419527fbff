package org.whence.gui.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.control.TreeItem;
import org.whence.gui.model.ChainModel;
import org.whence.gui.model.ChainNode;

/// The items of the tree table: one for each node, kept for as long as the case is.
final class ChainTree {
  /// How deep the tree is open at first: hops and the checks of each. What lies deeper waits.
  private static final int OPEN_LEVELS = 2;

  /// A list that is longer than this is read line by line, closed.
  private static final int OPEN_TOPS = 64;

  private final TreeItem<ChainNode> root = new TreeItem<>();
  private final Map<ChainNode, TreeItem<ChainNode>> items = new HashMap<>();
  private int openLevels = OPEN_LEVELS;

  ChainTree() {
    root.setExpanded(true);
  }

  TreeItem<ChainNode> root() {
    return root;
  }

  Optional<TreeItem<ChainNode>> item(ChainNode node) {
    return Optional.ofNullable(items.get(node));
  }

  /// Brings the items in line with the model.
  ///
  /// @param shown the nodes that a filter leaves
  /// @param newestFirst whether the addresses or hops are shown in the opposite order
  void update(ChainModel model, Predicate<ChainNode> shown, boolean newestFirst) {
    if (model.tops().isEmpty()) {
      items.clear();
    }
    openLevels = model.tops().size() <= OPEN_TOPS ? OPEN_LEVELS : 0;
    var tops = newestFirst ? model.tops().reversed() : model.tops();
    update(root, tops, shown);
  }

  private void update(TreeItem<ChainNode> item, List<ChainNode> nodes, Predicate<ChainNode> shown) {
    var wanted = nodes.stream().filter(shown).map(this::itemOf).toList();
    // From below upwards: what hangs on an item that is not in the table yet costs the table
    // nothing.
    for (var child : wanted) {
      if (!child.getValue().children().isEmpty() || !child.getChildren().isEmpty()) {
        update(child, child.getValue().children(), shown);
      }
    }
    var there = item.getChildren();
    if (!there.equals(wanted)) {
      // Only what is new is added where that will do: items that stay must not be taken out, or the
      // table loses its selection.
      if (wanted.size() > there.size() && wanted.subList(0, there.size()).equals(there)) {
        there.addAll(wanted.subList(there.size(), wanted.size()));
      } else {
        there.setAll(wanted);
      }
    }
  }

  private TreeItem<ChainNode> itemOf(ChainNode node) {
    return items.computeIfAbsent(
        node,
        n -> {
          var item = new TreeItem<>(n);
          item.setExpanded(n.way().size() <= openLevels);
          return item;
        });
  }

  /// Opens or closes everything.
  void expandAll(boolean open) {
    items.values().forEach(item -> item.setExpanded(open));
  }

  /// All nodes that have an item.
  Set<ChainNode> nodes() {
    return items.keySet();
  }
}
