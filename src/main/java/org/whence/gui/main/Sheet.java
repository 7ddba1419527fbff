package org.whence.gui.main;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.Texts;

/// What lies over the window until Escape: the keys, or the tree as text. The focus goes back to
/// where it was.
final class Sheet {
  private final Supplier<StackPane> layer;
  private final Texts texts;
  private @Nullable Node before;

  /// @param layer a pane over everything, empty and hidden, once the screen is loaded
  Sheet(Supplier<StackPane> layer, Texts texts) {
    this.layer = layer;
    this.texts = texts;
  }

  /// Whether something lies there.
  boolean isOpen() {
    return layer.get().isVisible();
  }

  /// All keys.
  void keys() {
    var grid = new GridPane();
    grid.getStyleClass().add("keys");
    var lines = texts.text("keys").lines().map(line -> line.split("\\|", 2)).toList();
    for (var row = 0; row < lines.size(); row++) {
      var key = new Label(lines.get(row)[0].strip());
      key.getStyleClass().add("key");
      grid.addRow(row, key, new Label(lines.get(row)[1].strip()));
    }
    open("sheet.keys", grid, button("sheet.close", this::close));
  }

  /// Text to read and to copy.
  void text(String text, Runnable copy) {
    var area = new TextArea(text);
    area.setId("sheetText");
    area.setEditable(false);
    area.setAccessibleText(texts.text("sheet.tree"));
    area.getStyleClass().add("mono");
    VBox.setVgrow(area, Priority.ALWAYS);
    var copied = button("sheet.copy", copy);
    copied.getStyleClass().add("accent");
    open("sheet.tree", area, copied, button("sheet.close", this::close));
  }

  private Button button(String key, Runnable action) {
    var button = new Button(texts.text(key));
    button.setId(key.replace('.', '-'));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void open(String title, Node content, Button... buttons) {
    var place = layer.get();
    if (!isOpen()) {
      before = place.getScene().getFocusOwner();
    }
    var name = new Label(texts.text(title));
    name.getStyleClass().add("sheet-title");
    var bar = new HBox(buttons);
    bar.getStyleClass().add("sheet-bar");
    var card = new VBox(name, content, bar);
    card.getStyleClass().add("sheet-card");
    card.setAccessibleText(texts.text(title));
    card.setMaxSize(
        content instanceof TextArea ? 900 : VBox.USE_PREF_SIZE,
        content instanceof TextArea ? 620 : VBox.USE_PREF_SIZE);
    place.getChildren().setAll(card);
    place.setVisible(true);
    // A click beside the card takes it away.
    place.setOnMouseClicked(event -> {
      if (place.equals(event.getTarget())) {
        close();
      }
    });
    buttons[0].requestFocus();
  }

  /// Takes it away.
  void close() {
    var place = layer.get();
    place.setVisible(false);
    place.getChildren().clear();
    if (before != null) {
      before.requestFocus();
      before = null;
    }
  }
}
