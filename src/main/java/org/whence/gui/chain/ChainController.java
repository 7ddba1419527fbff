package org.whence.gui.chain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ChainFilter;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Group;
import org.whence.gui.model.NodeWords;
import org.whence.gui.model.Tally;
import org.whence.report.MailSentence;

/// Shows the tree and keeps its selection, scroll position and open rows while it grows.
public final class ChainController {
  private final CaseModel model;
  private final ChainTree items = new ChainTree();
  private boolean updating;

  @FXML private FlowPane strip;
  @FXML private Label summary;
  @FXML private ToggleButton fail;
  @FXML private ToggleButton unsure;
  @FXML private ToggleButton pass;
  @FXML private ToggleButton newestFirst;
  @FXML private TextField search;
  @FXML private TreeTableView<ChainNode> tree;
  @FXML private TreeTableColumn<ChainNode, @Nullable Shown> subject;
  @FXML private TreeTableColumn<ChainNode, @Nullable Shown> result;
  @FXML private TreeTableColumn<ChainNode, @Nullable Shown> why;
  @FXML private TreeTableColumn<ChainNode, @Nullable Shown> took;
  @FXML private Label empty;

  /// @param model the case to show
  public ChainController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    Supplier<NodeWords> words = model::words;
    subject.setCellFactory(_ -> ChainCell.subject(words, this::isNoted));
    result.setCellFactory(_ -> ChainCell.result(words));
    why.setCellFactory(_ -> ChainCell.why(words));
    took.setCellFactory(_ -> ChainCell.took(words));
    for (var column : java.util.List.of(subject, result, why, took)) {
      column.setCellValueFactory(features -> {
        var node = features.getValue().getValue();
        return node.stateProperty().map(state -> new Shown(node, state));
      });
    }
    tree.setRowFactory(_ -> new ChainRow(words, model.chain()::isBelowLine, this::isNoted));
    model.notes().markedProperty().subscribe(_ -> tree.refresh());
    tree.setRoot(items.root());
    bindFilter();
    bindSelection();
    model.chain().revisionProperty().subscribe(this::update);
    model.tallyProperty().subscribe(this::tally);
    model.list().activeProperty().subscribe(this::update);
    model.investigationProperty().subscribe(this::summary);
    model
        .wordsProperty()
        .subscribe(() -> {
          update();
          tally(model.tallyProperty().get());
          summary();
          tree.refresh();
        });
    update();
  }

  private boolean isNoted(ChainNode node) {
    return model.notes().at(node).isPresent() && model.canNote(node);
  }

  /// Offers in the menu of a row what is done elsewhere.
  ///
  /// @param note writes at the selected step
  public void use(Runnable note) {
    var item = new MenuItem(model.words().texts().text("note.write"));
    item.setId("writeNote");
    item.setOnAction(_ -> note.run());
    item.disableProperty().bind(model.selectedProperty().map(Optional::isEmpty));
    tree.setContextMenu(new ContextMenu(item));
  }

  private void bindFilter() {
    model
        .filterProperty()
        .bind(
            Bindings.createObjectBinding(
                this::filter,
                fail.selectedProperty(),
                unsure.selectedProperty(),
                pass.selectedProperty(),
                search.textProperty()));
    model.filterProperty().subscribe(this::update);
    newestFirst.selectedProperty().subscribe(this::update);
  }

  private ChainFilter filter() {
    var groups = EnumSet.noneOf(Group.class);
    if (fail.isSelected()) {
      groups.add(Group.FAIL);
    }
    if (unsure.isSelected()) {
      groups.add(Group.UNSURE);
    }
    if (pass.isSelected()) {
      groups.add(Group.PASS);
    }
    return new ChainFilter(groups, search.getText());
  }

  private void bindSelection() {
    tree.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, item) -> {
          if (item != null && !updating) {
            model.selectedProperty().set(Optional.of(item.getValue()));
          }
        });
    model.selectedProperty().addListener((_, _, node) -> node.ifPresent(this::reveal));
  }

  /// Selects a node that was chosen elsewhere, with the way to it opened.
  private void reveal(ChainNode node) {
    items
        .item(node)
        .filter(item -> !item.equals(tree.getSelectionModel().getSelectedItem()))
        .ifPresent(item -> {
          for (var up = item.getParent(); up != null; up = up.getParent()) {
            up.setExpanded(true);
          }
          tree.getSelectionModel().select(item);
          var row = tree.getRow(item);
          if (row >= 0) {
            tree.scrollTo(Math.max(0, row - 2));
          }
        });
  }

  private void update() {
    var filter = model.filterProperty().get();
    Predicate<ChainNode> shown =
        filter.showsAll() ? _ -> true : filter.shown(model.chain().tops(), model.words())::contains;
    var selected = tree.getSelectionModel().getSelectedItem();
    // The focus follows inserted rows one by one, which is slow and scrolls: without one it stays.
    updating = true;
    tree.getFocusModel().focus(-1);
    items.update(model.chain(), shown, newestFirst.isSelected());
    if (selected != null && tree.getRow(selected) >= 0) {
      var row = tree.getRow(selected);
      if (tree.getSelectionModel().getSelectedIndex() != row) {
        tree.getSelectionModel().select(row);
      }
      tree.getFocusModel().focus(row);
    }
    updating = false;
    empty.setText(
        model.words().texts().text(model.chain().tops().isEmpty() ? nothing() : "chain.filtered"));
  }

  private String nothing() {
    return model.list().activeProperty().get() ? "chain.list" : "chain.empty";
  }

  private void tally(Tally tally) {
    var texts = model.words().texts();
    fail.setText(texts.text("chain.fail", tally.failed()));
    unsure.setText(texts.text("chain.unsure", tally.unsure()));
    pass.setText(texts.text("chain.pass", tally.passed()));
    strip.getChildren().clear();
    tally
        .message()
        .forEach((check, verdict) ->
            strip
                .getChildren()
                .add(
                    MarkLabel.badge(
                        Mark.of(verdict),
                        model.words().wording().running(check) + " " + verdict.word())));
    tally
        .checks()
        .forEach((check, verdicts) -> {
          var name = new Label(name(check, tally));
          name.getStyleClass().add("check-name");
          strip.getChildren().add(name);
          verdicts.forEach((verdict, count) ->
              strip
                  .getChildren()
                  .add(MarkLabel.badge(Mark.of(verdict), count + " " + verdict.word())));
        });
    var shown = !strip.getChildren().isEmpty();
    strip.setVisible(shown);
    strip.setManaged(shown);
  }

  /// What was found in one sentence, once the run has ended.
  private void summary() {
    var found =
        model
            .investigationProperty()
            .get()
            .flatMap(investigation -> MailSentence.of(investigation, model.words().wording()));
    summary.setText(found.orElse(""));
    summary.setVisible(found.isPresent());
    summary.setManaged(found.isPresent());
  }

  private String name(String check, Tally tally) {
    var name = check.toUpperCase(Locale.ROOT);
    return tally.message().isEmpty() ? name : model.words().texts().text("chain.hops", name);
  }

  /// The tree, for the keys that walk it.
  public TreeTableView<ChainNode> tree() {
    return tree;
  }

  /// Puts the cursor into the search.
  public void search() {
    search.requestFocus();
    search.selectAll();
  }

  /// Opens or closes all rows.
  @FXML
  void expand() {
    items.expandAll(true);
  }

  @FXML
  void collapse() {
    items.expandAll(false);
  }
}
