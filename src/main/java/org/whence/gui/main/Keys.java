package org.whence.gui.main;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.Clip;
import org.whence.gui.model.Desk;

/// The keys of ux.md, wherever the focus is. Where text is edited or selected, that keeps the keys
/// that it needs itself: pasting, copying, the slash and the question mark.
final class Keys {
  private static final KeyCombination.Modifier SHORTCUT = KeyCombination.SHORTCUT_DOWN;
  private static final KeyCombination.Modifier SHIFT = KeyCombination.SHIFT_DOWN;

  private final MainController main;
  private final CaseModel model;
  private final Desk desk;
  private final Clip clip;
  private final Map<KeyCombination, Runnable> always = new LinkedHashMap<>();
  private final Map<KeyCombination, Runnable> outsideText = new LinkedHashMap<>();

  Keys(MainController main, CaseModel model, Desk desk, Clip clip) {
    this.main = main;
    this.model = model;
    this.desk = desk;
    this.clip = clip;
    always.put(key(KeyCode.O, SHORTCUT), main::open);
    always.put(key(KeyCode.ENTER, SHORTCUT), main::investigate);
    always.put(key(KeyCode.ESCAPE), main::escape);
    always.put(key(KeyCode.F5), this::again);
    always.put(key(KeyCode.F1), main::showKeys);
    always.put(key(KeyCode.E, SHORTCUT), main::exportMenu);
    always.put(key(KeyCode.T, SHORTCUT), main::showTree);
    always.put(key(KeyCode.R, SHORTCUT), main::showPlan);
    always.put(key(KeyCode.D, SHORTCUT), main::compare);
    always.put(key(KeyCode.H, SHORTCUT), main.more()::showHistory);
    always.put(key(KeyCode.E, SHORTCUT, SHIFT), main.more()::showExport);
    always.put(key(KeyCode.COMMA, SHORTCUT), main::showProfiles);
    always.put(key(KeyCode.C, SHORTCUT, SHIFT), this::copyDefanged);
    always.put(key(KeyCode.S, SHORTCUT), main::save);
    always.put(key(KeyCode.S, SHORTCUT, SHIFT), main::saveAs);
    always.put(key(KeyCode.F2), main::note);
    outsideText.put(key(KeyCode.Z, SHORTCUT), model.notes()::undo);
    outsideText.put(key(KeyCode.Z, SHORTCUT, SHIFT), model.notes()::redo);
    outsideText.put(key(KeyCode.V, SHORTCUT), main::paste);
    outsideText.put(key(KeyCode.C, SHORTCUT), this::copy);
  }

  private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }

  /// Listens before any control does.
  void installOn(Node window) {
    window.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    window.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  private void pressed(KeyEvent event) {
    walk(event);
    run(always, event);
    if (!inText(event, false)) {
      run(outsideText, event);
    }
  }

  /// The tab key walks the window, out of text of several lines too: there it would write a tab,
  /// and who walks through would have changed the mail. Of what lies over the window it leads
  /// nowhere below.
  private void walk(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB
        && !event.isControlDown()
        && event.getTarget() instanceof Node at
        && (at instanceof TextArea || main.sheetOpen())) {
      event.consume();
      at.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      main.stayInSheet(event.isShiftDown());
    }
  }

  private static void run(Map<KeyCombination, Runnable> keys, KeyEvent event) {
    for (var key : keys.entrySet()) {
      if (!event.isConsumed() && key.getKey().match(event)) {
        event.consume();
        key.getValue().run();
      }
    }
  }

  /// `/` and `?` are characters, whatever keys a keyboard has them on.
  private void typed(KeyEvent event) {
    if (inText(event, true) || main.sheetOpen()) {
      return;
    }
    switch (event.getCharacter()) {
      case "/" -> {
        event.consume();
        main.chain().search();
      }
      case "?" -> {
        event.consume();
        main.showKeys();
      }
      default -> {}
    }
  }

  /// Whether a control for text has the key: one that is edited, or, for copying, one in which
  /// something is selected.
  private static boolean inText(KeyEvent event, boolean typing) {
    return switch (event.getTarget()) {
      // A combo box that is edited hands keys on to its editor.
      case ComboBoxBase<?> box -> box.isEditable();
      case TextInputControl text when isDone(text, event) -> false;
      case TextInputControl text ->
          text.isEditable()
              || (!typing && event.getCode() == KeyCode.C && !text.getSelectedText().isEmpty());
      default -> false;
    };
  }

  /// Whether a control for notes has nothing more to undo, or to do again, of what was typed there.
  private static boolean isDone(TextInputControl text, KeyEvent event) {
    return event.getCode() == KeyCode.Z
        && text.getStyleClass().contains("notes-text")
        && !(event.isShiftDown() ? text.isRedoable() : text.isUndoable());
  }

  private void again() {
    model.selectedProperty().get().ifPresent(desk::askAgain);
  }

  private void copy() {
    model.selectedProperty().get().ifPresent(clip::value);
  }

  private void copyDefanged() {
    model.selectedProperty().get().ifPresent(clip::defanged);
  }
}
