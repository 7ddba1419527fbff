package org.whence.gui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TreeItem;
import org.whence.gui.look.Mark;
import org.whence.report.Page;

/// A line of a page's tree: a step, or what is told of the step above it.
///
/// @param path the step's place in its tree
/// @param step whether it is a step itself
/// @param text what it says, safe to show
/// @param reason what came of it; empty where that is nothing
/// @param word the word of its verdict; empty without one
/// @param emphasis `decisive`, `plain` or `idle`
public record Line(
    String path, boolean step, String text, String reason, String word, String emphasis) {

  /// The items of a node and all below it, unfolded.
  static TreeItem<Line> items(Page.Node node) {
    var path = node.id().substring(1).replace('-', '.');
    var word = node.badge().stream().map(Page.Badge::kind).findFirst().orElse("");
    var line = new Line(path, true, node.label(), node.reason(), word, node.emphasis());
    var below = new ArrayList<TreeItem<Line>>();
    for (var note : node.notes()) {
      below.add(new TreeItem<>(new Line(path, false, note.text(), "", "", "plain")));
    }
    node.nodes().stream().map(Line::items).forEach(below::add);
    var item = new TreeItem<>(line);
    item.getChildren().setAll(below);
    item.setExpanded(true);
    return item;
  }

  /// The mark of its verdict.
  Optional<Mark> mark() {
    return Mark.of(word);
  }

  /// Everything it says, for a screen reader and for a line that is too long for its place.
  String all() {
    return String.join(
        "  ", List.of(text, word, reason).stream().filter(part -> !part.isEmpty()).toList());
  }
}
