package org.whence.gui.look;

import java.util.Optional;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A word with its icon in its colour.
public final class MarkLabel extends Label {
  private final FontIcon icon = new FontIcon();
  private @Nullable Mark shown;

  /// An empty one, for a cell.
  public MarkLabel() {
    getStyleClass().add("verdict");
    setMinWidth(USE_PREF_SIZE);
  }

  /// A badge with a frame, for the strip.
  public static MarkLabel badge(Mark mark, String text) {
    var badge = new MarkLabel();
    badge.getStyleClass().add("badge");
    badge.show(Optional.of(mark), text);
    return badge;
  }

  /// The same with words alone.
  public static MarkLabel badge(String text) {
    var badge = new MarkLabel();
    badge.getStyleClass().add("badge");
    badge.show(Optional.empty(), text);
    return badge;
  }

  /// Shows another word.
  public void show(Optional<Mark> mark, String word) {
    setText(word);
    var next = mark.orElse(null);
    if (next != shown) {
      if (shown != null) {
        pseudoClassStateChanged(shown.colour(), false);
      }
      if (next != null) {
        icon.setIconCode(next.icon());
        pseudoClassStateChanged(next.colour(), true);
      }
      setGraphic(next == null ? null : icon);
      shown = next;
    }
  }
}
