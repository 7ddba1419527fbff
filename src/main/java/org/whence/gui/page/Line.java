package org.whence.gui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.TreeItem;
import org.whence.gui.look.Mark;
import org.whence.report.Page;

/// A line of a page's tree: a step, or what is told of the step above it.
///
/// @param path the place of the step that it leads to
/// @param step whether it is a step itself
/// @param text what it says, safe to show
/// @param reason what came of it; empty where that is nothing
/// @param word the word of its verdict; empty without one
/// @param emphasis `decisive`, `plain` or `idle`
public record Line(
    String path, boolean step, String text, String reason, String word, String emphasis) {

  /// The steps of the tree that a page was made of; what is gone from a tree of differences, and
  /// what is counted there, belongs to the step above.
  private static final Pattern OWN = Pattern.compile("[sd]\\d+(-\\d+)*");

  /// The items of a page's tree, unfolded.
  static TreeItem<Line> items(Page.Node tree) {
    return items(tree, "");
  }

  private static TreeItem<Line> items(Page.Node node, String above) {
    var path = OWN.matcher(node.id()).matches() ? node.id().substring(1).replace('-', '.') : above;
    var word = node.badge().stream().map(Page.Badge::kind).findFirst().orElse("");
    var line = new Line(path, true, node.label(), node.reason(), word, node.emphasis());
    var below = new ArrayList<TreeItem<Line>>();
    for (var note : node.notes()) {
      below.add(new TreeItem<>(new Line(path, false, note.text(), "", "", "plain")));
    }
    node.nodes().stream().map(each -> items(each, path)).forEach(below::add);
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
