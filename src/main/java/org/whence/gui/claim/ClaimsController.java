package org.whence.gui.claim;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Verdict;
import org.whence.gui.look.Mark;
import org.whence.gui.look.MarkLabel;
import org.whence.gui.look.WordsCell;
import org.whence.gui.model.CaseModel;
import org.whence.investigation.MailResult;
import org.whence.investigation.claim.ClaimReason;
import org.whence.report.ClaimTable;

/// Shows what the message claims beside what was found, newest field first.
public final class ClaimsController {
  private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");

  private final CaseModel model;

  @FXML private TableView<ClaimTable.Row> claims;
  @FXML private TableColumn<ClaimTable.Row, ClaimTable.Row> field;
  @FXML private TableColumn<ClaimTable.Row, ClaimTable.Row> believed;
  @FXML private TableColumn<ClaimTable.Row, ClaimTable.Row> claimed;
  @FXML private TableColumn<ClaimTable.Row, ClaimTable.Row> ours;
  @FXML private TableColumn<ClaimTable.Row, ClaimTable.Row> causes;

  /// @param model the case to show
  public ClaimsController(CaseModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    text(field, ClaimTable.Row::field);
    text(believed, ClaimTable.Row::believed);
    text(claimed, ClaimTable.Row::claimed);
    text(causes, ClaimTable.Row::why);
    ours.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    ours.setCellFactory(_ -> new ResultCell());
    claims.setRowFactory(_ -> new ClaimRow());
    claims
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> Optional.ofNullable(row).ifPresent(this::go));
    model.investigationProperty().subscribe(this::update);
    model.wordsProperty().subscribe(this::update);
  }

  private void update() {
    claims
        .getItems()
        .setAll(
            model
                .investigationProperty()
                .get()
                .flatMap(investigation -> investigation.mail())
                .flatMap(MailResult::claims)
                .map(new ClaimTable(model.words().wording())::rows)
                .orElse(List.of()));
  }

  private void go(ClaimTable.Row row) {
    model.chain().at(row.path()).ifPresent(node -> model.selectedProperty().set(Optional.of(node)));
  }

  private static void text(
      TableColumn<ClaimTable.Row, ClaimTable.Row> column, Function<ClaimTable.Row, String> words) {
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(_ -> new WordsCell<>(words));
  }

  /// A difference is set off, and said in words beside it.
  private static final class ClaimRow extends TableRow<ClaimTable.@Nullable Row> {
    @Override
    protected void updateItem(ClaimTable.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      pseudoClassStateChanged(
          DIFFERENT, !empty && row != null && row.agreement() == ClaimReason.DIFFERENT);
      setAccessibleText(
          empty || row == null
              ? null
              : String.join(
                  ", ",
                  row.field(),
                  row.believed(),
                  row.claimed(),
                  row.ours().map(Verdict::word).orElse(""),
                  row.why()));
    }
  }

  private final class ResultCell extends TableCell<ClaimTable.Row, ClaimTable.@Nullable Row> {
    private final MarkLabel mark = new MarkLabel();

    @Override
    protected void updateItem(ClaimTable.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      mark.show(
          row.ours().map(Mark::of),
          row.ours()
              .map(Verdict::word)
              .orElseGet(() -> model.words().texts().text("claims.not-found")));
      setGraphic(mark);
    }
  }
}
