package org.whence.gui.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import org.whence.chain.Verdict;
import org.whence.investigation.Problem;

/// The rows of a long list, as they came and as they are looked at: filtered and sorted.
///
/// Rows are added in batches, and a batch is one change to whoever watches. Where they are shown as
/// they come, that is at once; otherwise each batch is arranged elsewhere, since the words of many
/// rows take longer than a frame: [#arranging] is the work, for any thread, and [#arranged] takes
/// its result.
public final class ListModel {
  private final List<ListRow> kept = new ArrayList<>();
  private final ArrangedRows rows = new ArrangedRows();
  private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
  private final BooleanProperty again = new SimpleBooleanProperty(this, "again");
  private final BooleanProperty stopped = new SimpleBooleanProperty(this, "stopped");
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Deque<Problem> problems = new ArrayDeque<>();
  private final ReadOnlyIntegerWrapper arrangedTimes = new ReadOnlyIntegerWrapper(this, "arranged");
  private ListView view = ListView.ALL;
  private Arrangement arrangement = new Arrangement(view);
  private boolean anew;
  private int taken;
  private int all;
  private int ended;
  private boolean moving;

  /// The rows as they are looked at.
  public ObservableList<ListRow> rows() {
    return rows;
  }

  /// Whether the case is a long list.
  public BooleanProperty activeProperty() {
    return active;
  }

  /// Whether the rows say what asking again showed.
  public BooleanProperty againProperty() {
    return again;
  }

  /// Whether rows are missing because the run was stopped, and it can go on.
  public ReadOnlyBooleanProperty stoppedProperty() {
    return stopped;
  }

  /// How many addresses there are rows of.
  int done() {
    return ended;
  }

  /// How many rows there are, shown or not.
  public int size() {
    return kept.size();
  }

  /// All rows that there are, shown or not, in the order of the list.
  List<ListRow> all() {
    return List.copyOf(kept);
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

  /// A list that was stopped goes on behind the last address: lines that were not understood and
  /// stand behind it come in their places again.
  void goOn() {
    stopped.set(false);
    while (!kept.isEmpty() && kept.getLast().problem().isPresent()) {
      problems.addFirst(kept.removeLast().problem().orElseThrow());
    }
    view(view);
  }

  /// Forgets everything.
  void clear() {
    active.set(false);
    again.set(false);
    stopped.set(false);
    kept.clear();
    moving = true;
    rows.replace(new ArrayList<>());
    moving = false;
    verdicts.clear();
    problems.clear();
    all = 0;
    ended = 0;
    view(view);
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
    keep(more);
  }

  /// No more rows come.
  ///
  /// @param whole whether none is missing
  void end(boolean whole) {
    keep(problems.stream().map(ListRow::of).toList());
    problems.clear();
    stopped.set(!whole);
  }

  private void keep(List<ListRow> more) {
    kept.addAll(more);
    if (view.isPlain() && !anew) {
      taken = kept.size();
      rows.append(more);
    }
  }

  /// How many ended how.
  Tally tally() {
    return Tally.of(verdicts, ended, all);
  }

  /// Looks at the rows in another way, once they were arranged.
  void view(ListView other) {
    view = other;
    arrangement = new Arrangement(other);
    anew = !kept.isEmpty() || !rows.isEmpty();
    taken = 0;
  }

  /// Whether there is something to arrange.
  boolean isStale() {
    return anew || taken < kept.size();
  }

  /// What arranges the rows that there are now and were not yet, on any thread.
  Tasks.Work<Arrangement.Grown> arranging() {
    var batch = List.copyOf(kept.subList(taken, kept.size()));
    var growing = arrangement;
    taken = kept.size();
    return () -> growing.add(batch);
  }

  /// Takes what came of the work that was handed out last.
  void arranged(Arrangement.Grown grown) {
    moving = true;
    if (anew) {
      rows.replace(new ArrayList<>(grown.rows()));
    } else if (view.key().isPresent()) {
      rows.grow(grown.rows(), grown.places());
    } else {
      rows.append(grown.rows());
    }
    moving = false;
    anew = false;
    arrangedTimes.set(arrangedTimes.get() + 1);
  }

  /// Whether rows are moving, so that what is selected says nothing.
  public boolean isArranging() {
    return moving;
  }

  /// Changes whenever rows were arranged.
  public ReadOnlyIntegerProperty arrangedProperty() {
    return arrangedTimes.getReadOnlyProperty();
  }
}
