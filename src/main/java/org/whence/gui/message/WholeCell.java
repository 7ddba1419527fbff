package org.whence.gui.message;

import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Text, and in full beside the mouse what the column is too narrow for.
final class WholeCell<R> extends TableCell<R, @Nullable String> {
  @Override
  protected void updateItem(@Nullable String text, boolean empty) {
    super.updateItem(text, empty);
    setText(empty ? null : text);
    var tip = Optional.ofNullable(text).filter(whole -> !empty && !whole.isBlank());
    setTooltip(tip.map(Tooltip::new).orElse(null));
  }
}
