package org.whence.gui.look;

import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell with words about its row, whole in the tooltip where the column is too narrow.
public final class WordsCell<R> extends TableCell<R, @Nullable R> {
  private final Function<R, String> words;

  public WordsCell(Function<R, String> words) {
    this.words = words;
  }

  @Override
  protected void updateItem(@Nullable R row, boolean empty) {
    super.updateItem(row, empty);
    var text = empty || row == null ? "" : words.apply(Objects.requireNonNull(row));
    setText(text);
    setTooltip(text.isBlank() ? null : new Tooltip(text.strip()));
  }
}
