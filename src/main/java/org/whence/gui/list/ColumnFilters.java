package org.whence.gui.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.scene.control.Control;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import org.controlsfx.control.CheckComboBox;
import org.whence.chain.Verdict;
import org.whence.gui.look.FilterField;
import org.whence.gui.model.ListRow;
import org.whence.gui.model.ListWords;
import org.whence.gui.model.NumberFilter;
import org.whence.gui.model.Texts;

/// The filters above the columns, each as wide as its column: text that a row holds, numbers, or
/// results that are ticked.
final class ColumnFilters {
  /// What IPREV comes to.
  private static final List<Verdict> VERDICTS =
      List.of(Verdict.PASS, Verdict.FAIL, Verdict.PERMERROR, Verdict.TEMPERROR, Verdict.NONE);

  private final Supplier<HBox> place;
  private final Texts texts;
  private final Runnable changed;
  private final Map<TableColumn<ListRow, ?>, Supplier<Optional<Predicate<ListRow>>>> filters =
      new LinkedHashMap<>();

  /// @param place where they stand, once the screen is loaded
  /// @param changed told when one of them changed
  ColumnFilters(Supplier<HBox> place, Texts texts, Runnable changed) {
    this.place = place;
    this.texts = texts;
    this.changed = changed;
  }

  /// Rows whose column holds a text, in live or in defanged form, without case.
  ///
  /// @param words words as the window shows them now
  void text(
      TableColumn<ListRow, ?> column,
      BiFunction<ListWords, ListRow, String> part,
      Supplier<ListWords> words) {
    var field = field(column, "list.filter", "list.filter.spoken");
    add(
        column,
        field,
        () -> {
          var wanted = plain(field.getText());
          var shown = words.get();
          return wanted.isEmpty()
              ? Optional.empty()
              : Optional.of(row -> plain(part.apply(shown, row)).contains(wanted));
        });
  }

  /// Rows with a number; what is no number yet shows all.
  void number(TableColumn<ListRow, ?> column, ToIntFunction<ListRow> number) {
    var field = field(column, "list.filter.number", "list.filter.number.spoken");
    add(
        column,
        field,
        () ->
            NumberFilter.of(field.getText())
                .map(wanted -> row -> wanted.test(number.applyAsInt(row))));
  }

  /// Rows with one of the results that are ticked; none ticked shows all.
  void result(TableColumn<ListRow, ?> column) {
    var words =
        Stream.concat(VERDICTS.stream().map(Verdict::word), Stream.of(texts.text("list.bad")));
    var box = new CheckComboBox<>(FXCollections.observableArrayList(words.toList()));
    box.setTitle(texts.text("list.filter.result"));
    box.setAccessibleText(texts.text("list.filter.result.spoken"));
    box.getStyleClass().add("filter-field");
    box.setMinWidth(0);
    var ticked = box.getCheckModel().getCheckedItems();
    ticked.addListener(
        (InvalidationListener)
            _ -> {
              box.setTitle(
                  ticked.isEmpty() ? texts.text("list.filter.result") : String.join(" ", ticked));
              changed.run();
            });
    add(
        column,
        box,
        () -> {
          var wanted = List.copyOf(ticked);
          return wanted.isEmpty()
              ? Optional.empty()
              : Optional.of(row ->
                  wanted.contains(row.verdict().map(Verdict::word).orElse(texts.text("list.bad"))));
        });
  }

  private FilterField field(TableColumn<ListRow, ?> column, String prompt, String spoken) {
    var field =
        new FilterField(
            texts.text(prompt),
            texts.text(spoken, column.getText()),
            texts.text("list.filter.clear"));
    field.textProperty().subscribe((_, _) -> changed.run());
    return field;
  }

  private void add(
      TableColumn<ListRow, ?> column,
      Control filter,
      Supplier<Optional<Predicate<ListRow>>> predicate) {
    filter.setId("filter-" + column.getId());
    filter.prefWidthProperty().bind(column.widthProperty());
    filter.maxWidthProperty().bind(column.widthProperty());
    filter.visibleProperty().bind(column.visibleProperty());
    filter.managedProperty().bind(column.visibleProperty());
    filters.put(column, predicate);
    place.get().getChildren().add(filter);
  }

  /// What all of them let through; empty where that is everything.
  Optional<Predicate<ListRow>> all(Optional<Predicate<ListRow>> besides) {
    var parts = new ArrayList<Predicate<ListRow>>();
    filters.forEach((column, filter) -> {
      if (column.isVisible()) {
        filter.get().ifPresent(parts::add);
      }
    });
    besides.ifPresent(parts::add);
    return parts.stream().reduce(Predicate::and);
  }

  /// Lower case without the brackets of defanging, so that both forms are found.
  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
  }
}
