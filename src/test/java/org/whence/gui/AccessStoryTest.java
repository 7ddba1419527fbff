package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableRow;
import org.junit.jupiter.api.Test;
import org.whence.gui.look.MarkLabel;

/// What a screen reader and an eye without colours are given.
final class AccessStoryTest extends GuiTest {

  private List<Node> all(String selector) {
    return fx(() -> new ArrayList<Node>(stage().getScene().getRoot().lookupAll(selector)));
  }

  @Test
  void everythingThatTakesTheFocusHasANameAndAnId() {
    var reachable =
        all("*").stream()
            .filter(node -> node.isFocusTraversable() && node.getId() != null)
            .toList();
    assertThat(reachable).hasSizeGreaterThan(20);
    assertThat(reachable)
        .allSatisfy(node -> {
          var text = node instanceof Labeled labeled ? labeled.getText() : null;
          var name = node.getAccessibleText() == null ? text : node.getAccessibleText();
          assertThat(name).as(node.getId()).isNotBlank();
        });
  }

  @Test
  void rowIsReadAsAWhole() throws InterruptedException {
    investigate("192.0.2.12");
    var spoken =
        all(".tree-table-row-cell").stream()
            .map(row -> (TreeTableRow<?>) row)
            .filter(row -> !row.isEmpty())
            .map(row ->
                String.valueOf(fx(() -> row.queryAccessibleAttribute(AccessibleAttribute.TEXT))))
            .toList();
    assertThat(spoken)
        .anyMatch(text -> text.endsWith("192.0.2.12, IPREV permerror, no PTR record"));
  }

  @Test
  void resultCellHasIconWordAndColour() throws InterruptedException {
    investigate("192.0.2.12");
    var marks =
        all(".tree-table-cell .verdict").stream()
            .map(mark -> (MarkLabel) mark)
            .filter(mark -> "permerror".equals(mark.getText()))
            .toList();
    assertThat(marks).isNotEmpty();
    assertThat(marks)
        .allSatisfy(mark -> {
          assertThat(mark.getGraphic()).isNotNull();
          assertThat(mark.getPseudoClassStates())
              .anyMatch(state -> state.getPseudoClassName().equals("fail"));
        });
  }
}
