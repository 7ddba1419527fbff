package org.whence.gui.look;

import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/// A value that can be selected and copied, and looks like text. It is one line; where it is too
/// narrow, the pointer shows all of it.
public final class ValueField extends TextField {
  private static final double WIDEST = 480;

  /// @param value safe to show
  /// @param spoken what a screen reader calls it
  public ValueField(String value, String spoken) {
    super(value);
    setEditable(false);
    setAccessibleText(spoken + " " + value);
    getStyleClass().add("value-field");
    setPrefColumnCount(Math.clamp(value.length(), 8, 60));
    setMaxWidth(Double.MAX_VALUE);
    if (!value.isEmpty()) {
      var whole = new Tooltip(value);
      whole.setWrapText(true);
      whole.setMaxWidth(WIDEST);
      setTooltip(whole);
    }
  }
}
