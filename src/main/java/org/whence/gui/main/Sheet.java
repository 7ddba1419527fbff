package org.whence.gui.main;

import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.whence.gui.model.Question;
import org.whence.gui.model.Texts;

/// What lies over the window until Escape: the keys, the tree as text, what a run will reveal, or
/// how often to ask again. The focus goes back to where it was.
final class Sheet {
  private static final double TEXT_WIDTH = 900;
  private static final double TEXT_HEIGHT = 620;
  private static final double PLAN_WIDTH = 940;
  private static final double QUESTION_WIDTH = 460;
  private static final double PANE_HEIGHT = 690;

  private final Supplier<StackPane> layer;
  private final Texts texts;
  private @Nullable Node before;
  private Runnable closed = () -> {};

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
    open("sheet.keys", new Content(grid, VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE));
  }

  /// Text to read and to copy.
  void text(String text, Runnable copy) {
    var area = new TextArea(text);
    area.setId("sheetText");
    area.setEditable(false);
    area.setAccessibleText(texts.text("sheet.tree"));
    area.getStyleClass().add("mono");
    VBox.setVgrow(area, Priority.ALWAYS);
    open("sheet.tree", new Content(area, TEXT_WIDTH, TEXT_HEIGHT), button("sheet.copy", copy));
  }

  /// What a run will reveal.
  ///
  /// @param gone told when it was taken away
  void plan(Node plan, Runnable investigate, Runnable gone) {
    VBox.setVgrow(plan, Priority.ALWAYS);
    open(
        "sheet.plan",
        new Content(plan, PLAN_WIDTH, TEXT_HEIGHT),
        button("sheet.investigate", investigate));
    closed = gone;
  }

  /// What fetching a document reveals.
  ///
  /// @param gone told when it was taken away
  void fetch(Node revealed, Runnable fetch, Runnable gone) {
    open(
        "sheet.fetch",
        new Content(revealed, VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE),
        button("sheet.fetch.start", fetch));
    closed = gone;
  }

  /// How often to ask again, and whom else.
  void repeat(Node questions, Runnable start) {
    open(
        "sheet.repeat",
        new Content(questions, VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE),
        button("sheet.repeat.start", start));
  }

  /// The user's resolver profiles.
  void profiles(Node editor, Runnable save) {
    var saved =
        button(
            "sheet.save",
            () -> {
              save.run();
              close();
            });
    open("sheet.profiles", new Content(editor, VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE), saved);
  }

  /// A question, with a button a choice; taking it away chooses none.
  ///
  /// @param gone told when it was taken away
  void ask(Question question, Runnable gone) {
    var text = new Label(question.text());
    text.setId("questionText");
    text.setWrapText(true);
    text.setMinHeight(Label.USE_PREF_SIZE);
    text.setPrefWidth(QUESTION_WIDTH);
    var buttons =
        Stream.concat(
                question.choices().stream().map(this::choice),
                Stream.of(button("sheet.cancel", this::close)))
            .toArray(Button[]::new);
    buttons[0].getStyleClass().add("accent");
    titled(question.title(), new Content(text, VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE), buttons);
    closed = gone;
  }

  private Button choice(Question.Choice choice) {
    return button(
        choice.key(),
        () -> {
          close();
          choice.act().run();
        });
  }

  /// A pane that acts by itself.
  void pane(String title, Node pane) {
    VBox.setVgrow(pane, Priority.ALWAYS);
    open(title, new Content(pane, PLAN_WIDTH, PANE_HEIGHT));
  }

  /// What is exported.
  void export(Node choices, Runnable write) {
    VBox.setVgrow(choices, Priority.ALWAYS);
    open(
        "sheet.export",
        new Content(choices, PLAN_WIDTH, PANE_HEIGHT),
        button("sheet.export.write", write));
  }

  /// What lies there, and how large it may become.
  private record Content(Node node, double width, double height) {}

  private Button button(String key, Runnable action) {
    var button = new Button(texts.text(key));
    button.setId(key.replace('.', '-'));
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// Opens with a button that does what the sheet is for, and one that takes it away.
  private void open(String title, Content content, Button does) {
    does.getStyleClass().add("accent");
    titled(texts.text(title), content, does, button("sheet.close", this::close));
  }

  /// Opens with a button that takes it away.
  private void open(String title, Content content) {
    titled(texts.text(title), content, button("sheet.close", this::close));
  }

  private void titled(String title, Content content, Button... buttons) {
    var place = layer.get();
    if (isOpen()) {
      gone();
    } else {
      before = place.getScene().getFocusOwner();
    }
    var name = new Label(title);
    name.getStyleClass().add("sheet-title");
    var bar = new HBox(buttons);
    bar.getStyleClass().add("sheet-bar");
    var card = new VBox(name, content.node(), bar);
    card.getStyleClass().add("sheet-card");
    card.setAccessibleText(title);
    card.setMaxSize(content.width(), content.height());
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

  /// Where something lies there, it keeps the focus that would leave it.
  ///
  /// @param backwards whether to go on at its end, not its beginning
  void stay(boolean backwards) {
    var place = layer.get();
    var owner = place.getScene().getFocusOwner();
    var left =
        Stream.iterate(owner, node -> node != null, Node::getParent).noneMatch(place::equals);
    var reachable = reachable(place).toList();
    if (isOpen() && left && !reachable.isEmpty()) {
      (backwards ? reachable.getLast() : reachable.getFirst()).requestFocus();
    }
  }

  private static Stream<Node> reachable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Stream.empty();
    }
    var below =
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(Sheet::reachable)
            : Stream.<Node>empty();
    return node.isFocusTraversable() ? Stream.concat(Stream.of(node), below) : below;
  }

  private void gone() {
    var told = closed;
    closed = () -> {};
    told.run();
  }

  /// Takes it away, where something lies there.
  void close() {
    var place = layer.get();
    if (!place.isVisible()) {
      return;
    }
    place.setVisible(false);
    place.getChildren().clear();
    gone();
    if (before != null) {
      before.requestFocus();
      before = null;
    }
  }
}
