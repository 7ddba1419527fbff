package org.whence.gui.main;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/// Makes a toolbar fit: in a narrow window some of its buttons show their icons alone. What they do
/// is told by their tooltips, and to screen readers, in any case.
final class Narrow {
  private static final double WIDTH = 1200;

  private Narrow() {}

  static void fit(Region window, Labeled... buttons) {
    var shown =
        Bindings.when(window.widthProperty().lessThan(WIDTH))
            .then(ContentDisplay.GRAPHIC_ONLY)
            .otherwise(ContentDisplay.LEFT);
    for (var button : buttons) {
      button.contentDisplayProperty().bind(shown);
    }
  }
}
