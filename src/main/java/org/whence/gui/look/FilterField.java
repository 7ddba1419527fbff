package org.whence.gui.look;

import javafx.scene.control.Button;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A text field that looks for something: with a glass in front, and behind it what takes the text
/// away while there is some.
public final class FilterField extends CustomTextField {
  /// @param prompt what can be written
  /// @param spoken what a screen reader calls it
  /// @param clear what a screen reader calls the button
  public FilterField(String prompt, String spoken, String clear) {
    setPromptText(prompt);
    setAccessibleText(spoken);
    setMinWidth(0);
    getStyleClass().add("filter-field");
    setLeft(new FontIcon(Feather.SEARCH));
    var away = new Button(null, new FontIcon(Feather.X));
    away.getStyleClass().addAll("flat", "clear");
    away.setAccessibleText(clear);
    away.setFocusTraversable(false);
    away.setOnAction(_ -> clear());
    textProperty().subscribe(text -> setRight(text.isEmpty() ? null : away));
  }
}
