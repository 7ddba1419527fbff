package org.whence.gui.receiver;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Verdict;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.look.WordsCell;
import org.whence.gui.main.MainController;
import org.whence.gui.model.CaseModel;
import org.whence.gui.model.ChainNode;
import org.whence.gui.model.OwnReceivers;
import org.whence.investigation.Sessions;
import org.whence.receiver.Profiles;
import org.whence.receiver.Receiver;
import org.whence.report.ReceiverTable;

/// Shows what every profile would have done with the client: that of the mail, or the address that
/// is looked at.
public final class ReceiversController {
  private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
  private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

  private final CaseModel model;
  private final MainController.Parts parts;
  private final OwnReceivers own;

  @FXML private TableView<ReceiverTable.Row> receivers;
  @FXML private TableColumn<ReceiverTable.Row, ReceiverTable.Row> what;
  @FXML private TableColumn<ReceiverTable.Row, ReceiverTable.Row> iprev;
  @FXML private TableColumn<ReceiverTable.Row, ReceiverTable.Row> stage;
  @FXML private TableColumn<ReceiverTable.Row, ReceiverTable.Row> decision;
  @FXML private TableColumn<ReceiverTable.Row, ReceiverTable.Row> said;
  @FXML private MenuButton ownRules;

  /// @param model the case to show
  public ReceiversController(CaseModel model, MainController.Parts parts) {
    this.model = model;
    this.parts = parts;
    this.own = parts.receivers();
  }

  @FXML
  void initialize() {
    text(what, row -> row.head() ? row.what() : "    " + row.what());
    text(stage, ReceiverTable.Row::stage);
    text(said, ReceiverTable.Row::said);
    verdict(iprev, ReceiverTable.Row::iprev, row -> row.iprev().map(Verdict::word).orElse(""));
    verdict(
        decision,
        ReceiverTable.Row::mark,
        row -> model.words().texts().text("receivers." + row.decision()));
    receivers.setRowFactory(_ -> new ReceiverRow());
    receivers
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) ->
            Optional.ofNullable(row).flatMap(ReceiverTable.Row::path).ifPresent(this::go));
    model.investigationProperty().subscribe(this::update);
    model.wordsProperty().subscribe(this::update);
    model.selectedProperty().addListener((_, _, _) -> addressChosen());
    own.all().addListener((Observable _) -> ownChanged());
    ownChanged();
  }

  /// Of several addresses the one that is looked at is judged; a mail has one client.
  private void addressChosen() {
    if (model.investigationProperty().get().filter(each -> each.mail().isEmpty()).isPresent()) {
      update();
    }
  }

  private void update() {
    var looked = model.selectedProperty().get().map(ChainNode::path);
    var table = new ReceiverTable(model.words().wording());
    var rows =
        model
            .investigationProperty()
            .get()
            .flatMap(found -> Sessions.of(found, looked))
            .map(session ->
                Stream.concat(Profiles.bundled().stream(), own.profiles().stream())
                    .flatMap(profile -> table.rows(Receiver.judge(profile, session)).stream())
                    .toList())
            .orElse(List.of());
    if (!rows.equals(receivers.getItems())) {
      receivers.getItems().setAll(rows);
    }
  }

  private void go(String path) {
    model.chain().at(path).ifPresent(node -> model.selectedProperty().set(Optional.of(node)));
  }

  /// The files with rules of one's own, each of which can be removed.
  private void ownChanged() {
    var texts = model.words().texts();
    var add = new MenuItem(texts.text("receivers.own.add"));
    add.setId("addReceiver");
    add.setOnAction(_ -> parts.dialogs().rules().ifPresent(own::add));
    ownRules.getItems().setAll(add);
    if (!own.all().isEmpty()) {
      ownRules.getItems().add(new SeparatorMenuItem());
    }
    own.all().forEach(each -> ownRules.getItems().add(remove(each)));
    var before = receivers.getItems().size();
    update();
    if (receivers.getItems().size() > before) {
      receivers.scrollTo(receivers.getItems().size() - 1);
    }
  }

  private MenuItem remove(OwnReceivers.Own each) {
    var wording = model.words().wording();
    var file = wording.running(each.file().toString());
    var texts = model.words().texts();
    var name =
        each.profile()
            .map(profile -> wording.running(profile.title()))
            .orElseGet(() -> texts.text("receivers.own.unread"));
    var item = new MenuItem(texts.text("receivers.own.remove", name, file));
    item.setMnemonicParsing(false);
    item.setId("remove-" + each.file().getFileName());
    item.setOnAction(_ -> own.remove(each));
    return item;
  }

  private static void text(
      TableColumn<ReceiverTable.Row, ReceiverTable.Row> column,
      Function<ReceiverTable.Row, String> words) {
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(_ -> new WordsCell<>(words));
  }

  private static void verdict(
      TableColumn<ReceiverTable.Row, ReceiverTable.Row> column,
      Function<ReceiverTable.Row, Optional<Verdict>> verdict,
      Function<ReceiverTable.Row, String> word) {
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(_ -> new VerdictCell(verdict, word));
  }

  private static final class ReceiverRow extends TableRow<ReceiverTable.@Nullable Row> {
    @Override
    protected void updateItem(ReceiverTable.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        pseudoClassStateChanged(HEAD, false);
        pseudoClassStateChanged(IDLE, false);
        setAccessibleText(null);
        return;
      }
      pseudoClassStateChanged(HEAD, row.head());
      pseudoClassStateChanged(IDLE, !row.head() && !row.acts());
      var iprev = row.iprev().map(verdict -> "IPREV " + verdict.word()).orElse(row.stage());
      setAccessibleText(String.join(", ", row.what(), iprev, row.said()));
    }
  }

  private static final class VerdictCell
      extends TableCell<ReceiverTable.Row, ReceiverTable.@Nullable Row> {
    private final MarkLabel mark = new MarkLabel();
    private final Function<ReceiverTable.Row, Optional<Verdict>> verdict;
    private final Function<ReceiverTable.Row, String> word;

    VerdictCell(
        Function<ReceiverTable.Row, Optional<Verdict>> verdict,
        Function<ReceiverTable.Row, String> word) {
      this.verdict = verdict;
      this.word = word;
    }

    @Override
    protected void updateItem(ReceiverTable.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      var shown = empty || row == null ? Optional.<Verdict>empty() : verdict.apply(row);
      if (empty || row == null || shown.isEmpty()) {
        setGraphic(null);
        return;
      }
      mark.show(shown.map(Mark::of), word.apply(row));
      setGraphic(mark);
    }
  }
}
