package org.whence.gui.detail;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Emphasis;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.Desk;
import org.whence.gui.model.NodeRow;
import org.whence.gui.model.WhatIf;
import org.whence.ip.Addresses;
import org.whence.spf.SpfResult;
import org.whence.spf.SpfVerifier;

/// Asks what SPF would say of another client, HELO or sender, and shows the answer as a branch
/// beside that of the run. Choosing a step of it shows why.
public final class WhatIfController {
  private static final int OPEN_LEVELS = 2;

  private final CaseModel model;
  private final Desk desk;
  private final WhatIf whatIf;

  @FXML private VBox pane;
  @FXML private Label none;
  @FXML private TextField ip;
  @FXML private TextField helo;
  @FXML private TextField mailFrom;
  @FXML private Label note;
  @FXML private Label claimed;
  @FXML private Label ledger;
  @FXML private TreeTableView<ChainNode> branches;
  @FXML private TreeTableColumn<ChainNode, ChainNode> subject;
  @FXML private TreeTableColumn<ChainNode, ChainNode> result;
  @FXML private TreeTableColumn<ChainNode, ChainNode> why;

  /// @param model the case to show
  public WhatIfController(CaseModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    this.whatIf = new WhatIf(model);
  }

  @FXML
  void initialize() {
    column(subject, NodeRow::subject);
    column(why, NodeRow::why);
    result.setCellValueFactory(
        features -> new ReadOnlyObjectWrapper<>(features.getValue().getValue()));
    result.setCellFactory(_ -> new ResultCell(this::row));
    branches.setRoot(new TreeItem<>());
    branches.setRowFactory(_ -> new Row(this::row));
    branches
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, item) -> {
          if (item != null) {
            model.selectedProperty().set(Optional.of(item.getValue()));
          }
        });
    model.investigationProperty().subscribe(this::show);
    model.wordsProperty().subscribe(this::show);
  }

  private NodeRow row(ChainNode node) {
    return model.words().row(node);
  }

  private void column(
      TreeTableColumn<ChainNode, ChainNode> column, Function<NodeRow, String> part) {
    column.setCellValueFactory(
        features -> new ReadOnlyObjectWrapper<>(features.getValue().getValue()));
    column.setCellFactory(_ -> new TextCell(node -> part.apply(row(node))));
  }

  private void show() {
    var seen = whatIf.seen();
    pane.setVisible(seen.isPresent());
    none.setVisible(seen.isEmpty());
    seen.ifPresent(this::prompts);
    var claims = whatIf.claims();
    claimed.setText(
        claims.isEmpty()
            ? ""
            : model.words().texts().text("what.if.claimed", String.join(", ", claims)));
    visible(claimed, !claims.isEmpty());
    ledger.setText(seen.map(this::ledger).orElse(""));
    visible(note, false);
    var roots =
        Stream.concat(
                whatIf.seenNode().stream(), whatIf.branches().stream().map(WhatIf.Branch::root))
            .map(node -> item(node, OPEN_LEVELS))
            .toList();
    branches.getRoot().getChildren().setAll(roots);
  }

  /// The counters of the branches (RFC 7208, 4.6.4), the real one first.
  private String ledger(SpfResult seen) {
    return Stream.concat(
            Stream.of(seen), whatIf.branches().stream().map(branch -> branch.supposed().result()))
        .map(found ->
            model
                .words()
                .texts()
                .text(
                    "what.if.ledger",
                    found.verdict().word(),
                    found.lookups(),
                    SpfVerifier.MAX_LOOKUPS,
                    found.voidLookups(),
                    SpfVerifier.MAX_VOIDS))
        .collect(Collectors.joining("\n"));
  }

  private void prompts(SpfResult seen) {
    var request = seen.request();
    var wording = model.words().wording();
    ip.setPromptText(wording.name(Addresses.text(request.ip())));
    helo.setPromptText(wording.name(request.helo()));
    mailFrom.setPromptText(request.mailFrom().isEmpty() ? "<>" : wording.name(request.mailFrom()));
  }

  private static void visible(Label label, boolean shown) {
    label.setVisible(shown);
    label.setManaged(shown);
  }

  private static TreeItem<ChainNode> item(ChainNode node, int open) {
    var item = new TreeItem<>(node);
    item.setExpanded(open > 0);
    item.getChildren()
        .setAll(node.children().stream().map(child -> item(child, open - 1)).toList());
    return item;
  }

  @FXML
  void ask() {
    visible(note, false);
    switch (whatIf.read(ip.getText(), helo.getText(), mailFrom.getText())) {
      case WhatIf.Asked.Of(var seen, var what) -> desk.suppose(seen, what);
      case WhatIf.Asked.Not(var problem) -> {
        note.setText(
            model
                .words()
                .texts()
                .text(
                    switch (problem) {
                      case NO_RESULT -> "what.if.none";
                      case NOTHING_ELSE -> "what.if.nothing";
                      case NO_ADDRESS -> "what.if.address";
                    }));
        visible(note, true);
      }
    }
  }

  private static final class TextCell extends TreeTableCell<ChainNode, @Nullable ChainNode> {
    private final Function<ChainNode, String> words;

    TextCell(Function<ChainNode, String> words) {
      this.words = words;
    }

    @Override
    protected void updateItem(@Nullable ChainNode node, boolean empty) {
      super.updateItem(node, empty);
      setText(empty || node == null ? null : words.apply(node));
    }
  }

  private static final class ResultCell extends TreeTableCell<ChainNode, @Nullable ChainNode> {
    private final Function<ChainNode, NodeRow> rows;
    private final MarkLabel mark = new MarkLabel();

    ResultCell(Function<ChainNode, NodeRow> rows) {
      this.rows = rows;
    }

    @Override
    protected void updateItem(@Nullable ChainNode node, boolean empty) {
      super.updateItem(node, empty);
      if (empty || node == null) {
        setGraphic(null);
      } else {
        mark.show(Mark.of(node.state()), rows.apply(node).word());
        setGraphic(mark);
      }
    }
  }

  /// A row that is read as a whole, and greyed where it counts for nothing.
  private static final class Row extends TreeTableRow<ChainNode> {
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
    private static final PseudoClass DECISIVE = PseudoClass.getPseudoClass("decisive");

    private final Function<ChainNode, NodeRow> rows;

    Row(Function<ChainNode, NodeRow> rows) {
      this.rows = rows;
    }

    @Override
    protected void updateItem(@Nullable ChainNode node, boolean empty) {
      super.updateItem(node, empty);
      var emphasis = empty || node == null ? Emphasis.PLAIN : node.state().emphasis();
      pseudoClassStateChanged(IDLE, emphasis == Emphasis.IDLE);
      pseudoClassStateChanged(DECISIVE, emphasis == Emphasis.DECISIVE);
      setAccessibleText(empty || node == null ? null : rows.apply(node).spoken());
    }
  }
}
