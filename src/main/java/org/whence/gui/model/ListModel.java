package org.whence.gui.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.whence.chain.Verdict;
import org.whence.investigation.Problem;

/// The rows of a long list, as they came and as they are looked at: filtered and sorted.
///
/// Rows are added in batches, and a batch is one change to whoever watches. Arranging all rows anew
/// takes too long for a frame, so it is done elsewhere: [#arrangement] is the work, for any thread,
/// and [#arranged] takes its result.
public final class ListModel {
  private final List<ListRow> kept = new ArrayList<>();
  private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
  private final ObservableList<ListRow> shown = FXCollections.unmodifiableObservableList(rows);
  private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Deque<Problem> problems = new ArrayDeque<>();
  private View view = View.ALL;
  private int all;
  private int ended;
  private boolean stale;
  private boolean arranging;
  private final ReadOnlyIntegerWrapper arrangedTimes = new ReadOnlyIntegerWrapper(this, "arranged");

  /// How the rows are looked at.
  ///
  /// @param filter which are shown; asked on any thread
  /// @param key what they are sorted by; without one they stay in the order of the list
  public record View(
      Predicate<ListRow> filter, Optional<Function<ListRow, Comparable<?>>> key, boolean falling) {
    /// Everything, in the order of the list.
    public static final View ALL = new View(_ -> true, Optional.empty(), false);
  }

  /// The rows as they are looked at.
  public ObservableList<ListRow> rows() {
    return shown;
  }

  /// Whether the case is a long list.
  public BooleanProperty activeProperty() {
    return active;
  }

  /// How many rows there are, shown or not.
  public int size() {
    return kept.size();
  }

  /// A list begins.
  ///
  /// @param addresses how many addresses it has
  /// @param bad the lines that were not understood, in their order
  void begin(int addresses, List<Problem> bad) {
    clear();
    all = addresses;
    problems.addAll(bad);
    active.set(true);
  }

  /// Forgets everything.
  void clear() {
    active.set(false);
    kept.clear();
    arranging = true;
    rows.clear();
    arranging = false;
    verdicts.clear();
    problems.clear();
    all = 0;
    ended = 0;
    stale = false;
  }

  /// Takes rows, in the order of the list; lines that were not understood come in their place.
  public void add(List<ListRow> batch) {
    var more = new ArrayList<ListRow>(batch.size());
    for (var row : batch) {
      while (!problems.isEmpty() && problems.getFirst().place().line() <= row.line()) {
        more.add(ListRow.of(problems.removeFirst()));
      }
      more.add(row);
      row.verdict().ifPresent(verdict -> verdicts.merge(verdict, 1, Integer::sum));
      ended++;
    }
    show(more);
  }

  /// No more rows come.
  void end() {
    show(problems.stream().map(ListRow::of).toList());
    problems.clear();
  }

  private void show(List<ListRow> more) {
    if (more.isEmpty()) {
      return;
    }
    kept.addAll(more);
    if (view.key().isPresent()) {
      stale = true;
    } else {
      rows.addAll(more.stream().filter(view.filter()).toList());
    }
  }

  /// How many ended how.
  Tally tally() {
    return Tally.of(verdicts, ended, all);
  }

  /// Looks at the rows in another way, once they were arranged.
  public void view(View other) {
    view = other;
    stale = true;
  }

  /// Whether the rows have to be arranged anew.
  boolean isStale() {
    return stale;
  }

  /// What arranges the rows that there are now, on any thread.
  Tasks.Work<List<ListRow>> arrangement() {
    stale = false;
    var now = List.copyOf(kept);
    var how = view;
    return () -> arrange(now, how);
  }

  /// Takes the arranged rows, and what came since behind them.
  ///
  /// @param from how many rows there were when they were arranged
  void arranged(List<ListRow> arranged, int from) {
    var now = new ArrayList<>(arranged);
    if (view.key().isEmpty()) {
      now.addAll(kept.subList(from, kept.size()).stream().filter(view.filter()).toList());
    }
    arranging = true;
    rows.setAll(now);
    arranging = false;
    arrangedTimes.set(arrangedTimes.get() + 1);
  }

  /// Whether rows are moving, so that what is selected says nothing.
  public boolean isArranging() {
    return arranging;
  }

  /// Changes whenever the rows were arranged anew.
  public ReadOnlyIntegerProperty arrangedProperty() {
    return arrangedTimes.getReadOnlyProperty();
  }

  private record Keyed(Comparable<Object> key, ListRow row) {}

  /// The keys are made once for each row: words are dearer than comparisons.
  @SuppressWarnings("unchecked")
  private static List<ListRow> arrange(List<ListRow> all, View view) {
    var left = all.stream().filter(view.filter());
    if (view.key().isEmpty()) {
      return left.toList();
    }
    var key = view.key().get();
    var order = Comparator.comparing(Keyed::key);
    return left.map(row -> new Keyed((Comparable<Object>) key.apply(row), row))
        .sorted(view.falling() ? order.reversed() : order)
        .map(Keyed::row)
        .toList();
  }
}
