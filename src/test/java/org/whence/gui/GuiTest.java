package org.whence.gui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.whence.Logging;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.FileDialogs;
import org.whence.gui.model.Phase;
import org.whence.gui.model.TestPlaces;
import org.whence.gui.model.Zone;
import org.whence.report.Format;

/// A window and a robot that uses it, without a display.
///
/// JavaFX's own headless platform has a screen of 1000 by 1000, so the window lies at 0,0 and is no
/// larger. TestFX drives it with its Glass robot, which is that platform's robot; its default is
/// AWT's, which needs a display.
@Timeout(60)
abstract class GuiTest {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 800;
  private static final long PATIENCE = 60;

  static {
    System.setProperty("testfx.robot", "glass");
    Logging.quiet();
  }

  final TestPlaces places = new TestPlaces();
  final MemorySettings settings = new MemorySettings();
  final Chosen chosen = new Chosen();
  final FxRobot robot = new FxRobot();
  private Stage stage;
  private Window window;

  /// Files that the analyst chooses.
  static final class Chosen implements FileDialogs {
    List<Path> opened = List.of();
    Optional<Path> rules = Optional.empty();
    Optional<Path> saved = Optional.empty();
    Optional<Path> recording = Optional.empty();
    Optional<Path> authority = Optional.empty();
    Optional<Path> anchors = Optional.empty();
    Optional<Path> folder = Optional.empty();
    final List<Format> formats = new ArrayList<>();

    /// The names that were offered for cases, and the files that are chosen for them in turn.
    final List<String> names = new ArrayList<>();

    final List<Path> cases = new ArrayList<>();

    @Override
    public List<Path> open() {
      return opened;
    }

    @Override
    public Optional<Path> rules() {
      return rules;
    }

    @Override
    public Optional<Path> folder(String title) {
      return folder;
    }

    @Override
    public Optional<Path> save(String name) {
      return saved.map(file -> file.resolveSibling(name));
    }

    @Override
    public Optional<Path> saveCase(String name) {
      names.add(name);
      return cases.isEmpty() ? Optional.empty() : Optional.of(cases.removeFirst());
    }

    @Override
    public Optional<Path> authority() {
      return authority;
    }

    @Override
    public Optional<Path> anchors() {
      return anchors;
    }

    @Override
    public Optional<Path> recording() {
      return recording;
    }

    @Override
    public Optional<Path> save(Format format) {
      formats.add(format);
      return saved;
    }
  }

  @BeforeEach
  void openWindow() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    stage = fx(Stage::new);
    window = fx(() -> opened(stage));
  }

  private Window opened(Stage on) {
    var opened =
        new Window(on, new Window.Outside(places, settings, Optional.of(chosen), () -> Zone.NOW));
    on.setX(0);
    on.setY(0);
    on.setWidth(width());
    on.setHeight(HEIGHT);
    opened.show();
    return opened;
  }

  /// How wide the window is; wider than the screen only for pictures, not for the robot.
  int width() {
    return WIDTH;
  }

  @AfterEach
  void closeWindow() {
    robot.interact(() -> stage.close());
  }

  final CaseModel model() {
    return window.model();
  }

  final Stage stage() {
    return stage;
  }

  final Node node(String id) {
    return stage.getScene().lookup("#" + id);
  }

  @SuppressWarnings("unchecked")
  final TreeTableView<ChainNode> tree() {
    return (TreeTableView<ChainNode>) node("tree");
  }

  /// A value of the toolkit's thread.
  final <T> T fx(Supplier<T> value) {
    var got = new ArrayList<T>();
    robot.interact(() -> got.add(value.get()));
    return got.getFirst();
  }

  /// Chooses of a menu.
  final void fire(String menu, String item) {
    robot.interact(() ->
        ((MenuButton) node(menu))
            .getItems().stream()
                .filter(each -> item.equals(each.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  final void clipboard(String text) {
    robot.interact(() -> {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    });
  }

  final String clipboard() {
    return fx(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
  }

  final void press(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Saves the case into a file, as Ctrl+S does where it has none yet.
  final void saveCase(Path file) throws InterruptedException {
    chosen.cases.add(file);
    press(KeyCode.CONTROL, KeyCode.S);
    await(model().saved().fileProperty(), Optional::isPresent);
  }

  /// Opens a case out of a file, and waits until it is judged again.
  final void openCase(Path file) throws InterruptedException {
    chosen.opened = List.of(file);
    press(KeyCode.CONTROL, KeyCode.O);
    await(model().saved().originProperty(), Optional::isPresent);
    await(Phase.DONE);
  }

  /// Ctrl+V with this on the clipboard.
  final void paste(String text) throws InterruptedException {
    clipboard(text);
    press(KeyCode.CONTROL, KeyCode.V);
    await(Phase.READY);
  }

  /// Ctrl+V, Ctrl+Enter, and until the end.
  final void investigate(String text) throws InterruptedException {
    paste(text);
    press(KeyCode.CONTROL, KeyCode.ENTER);
    await(Phase.DONE);
  }

  final void await(Phase phase) throws InterruptedException {
    await(model().phaseProperty(), phase::equals);
  }

  /// Waits until a value of the window is as wanted; it is told of every change, so nobody sleeps.
  final <T> void await(ObservableValue<T> value, Predicate<? super T> wanted)
      throws InterruptedException {
    var there = new CountDownLatch(1);
    ChangeListener<T> listener =
        (_, _, now) -> {
          if (wanted.test(now)) {
            there.countDown();
          }
        };
    robot.interact(() -> {
      value.addListener(listener);
      if (wanted.test(value.getValue())) {
        there.countDown();
      }
    });
    if (!there.await(PATIENCE, TimeUnit.SECONDS)) {
      throw new AssertionError("still " + value.getValue() + " after " + PATIENCE + " s");
    }
    robot.interact(() -> value.removeListener(listener));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// The rows of the tree as a screen reader reads them.
  final List<String> rows() {
    return fx(() -> {
      var rows = new ArrayList<String>();
      for (var i = 0; i < tree().getExpandedItemCount(); i++) {
        rows.add(model().words().row(tree().getTreeItem(i).getValue()).spoken());
      }
      return rows;
    });
  }
}
