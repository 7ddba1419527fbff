package org.whence.gui;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/// Clicks where a robot cannot aim: at a character of a text.
final class Clicks {
  private Clicks() {}

  /// A single click of the first button on a node.
  static MouseEvent on(Node node) {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        1,
        1,
        1,
        1,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        new PickResult(node, 1, 1));
  }
}
