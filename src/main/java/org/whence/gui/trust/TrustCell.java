package org.whence.gui.trust;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.NodeWords;
import org.whence.gui.model.TrustRow;

/// A server or an id with a box to be ticked.
final class TrustCell extends ListCell<@Nullable TrustRow> {
  private final Supplier<NodeWords> words;
  private final CheckBox box = new CheckBox();

  TrustCell(Supplier<NodeWords> words, BiConsumer<TrustRow, Boolean> believe) {
    this.words = words;
    // The list has the focus, and its keys.
    box.setFocusTraversable(false);
    box.setMnemonicParsing(false);
    box.setOnAction(_ -> {
      var row = getItem();
      if (row != null) {
        believe.accept(row, box.isSelected());
      }
    });
  }

  @Override
  protected void updateItem(@Nullable TrustRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var texts = words.get().texts();
    var name = words.get().wording().name(row.text());
    box.setText(
        switch (row.kind()) {
          case SERVER -> name;
          case ID -> texts.text("trust.id", name);
          case SEALER -> texts.text("trust.sealer", name);
        });
    box.setSelected(row.believed());
    setGraphic(box);
    setAccessibleText(
        texts.text(row.believed() ? "trust.believed" : "trust.not.believed", box.getText()));
  }
}
