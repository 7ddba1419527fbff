package org.whence.gui.look;

import javafx.scene.control.TextField;

/// A value that can be selected and copied, and looks like text.
public final class ValueField extends TextField {
  /// @param value safe to show
  /// @param spoken what a screen reader calls it
  public ValueField(String value, String spoken) {
    super(value);
    setEditable(false);
    setAccessibleText(spoken + " " + value);
    getStyleClass().add("value-field");
    setPrefColumnCount(Math.clamp(value.length(), 8, 60));
    setMaxWidth(Double.MAX_VALUE);
  }
}
