package org.whence.gui.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.whence.gui.model.ListView.Keyed;

/// The rows of a list as one view shows them, growing batch by batch. A batch is filtered and
/// sorted alone and then merged, so that what it takes does not grow with what is there but for one
/// copy.
///
/// Any thread may use it, one after the other.
final class Arrangement {
  private final ListView view;
  private List<Keyed> sorted = List.of();

  Arrangement(ListView view) {
    this.view = view;
  }

  /// What a batch did.
  ///
  /// @param rows all rows that are shown, where they are sorted; otherwise those that came behind
  /// @param places where those that came stand now, where they are sorted
  record Grown(List<ListRow> rows, BitSet places) {}

  /// Takes further rows.
  ///
  /// @throws InterruptedException if they are not wanted any more
  Grown add(List<ListRow> batch) throws InterruptedException {
    if (view.key().isEmpty()) {
      var shown = new ArrayList<ListRow>();
      for (var row : batch) {
        goOn();
        if (view.shows(row)) {
          shown.add(row);
        }
      }
      return new Grown(shown, new BitSet());
    }
    var more = new ArrayList<Keyed>();
    for (var row : batch) {
      goOn();
      if (view.shows(row)) {
        more.add(view.keyed(row));
      }
    }
    more.sort(view.order());
    return merge(more);
  }

  private static void goOn() throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException("arranged otherwise meanwhile");
    }
  }

  /// Of equals, those that were there stay before those that come.
  private Grown merge(List<Keyed> more) {
    var all = new ArrayList<Keyed>(sorted.size() + more.size());
    var rows = new ArrayList<ListRow>(sorted.size() + more.size());
    var places = new BitSet();
    var order = view.order();
    var next = 0;
    for (var old : sorted) {
      while (next < more.size() && order.compare(more.get(next), old) < 0) {
        places.set(all.size());
        all.add(more.get(next));
        rows.add(more.get(next++).row());
      }
      all.add(old);
      rows.add(old.row());
    }
    for (; next < more.size(); next++) {
      places.set(all.size());
      all.add(more.get(next));
      rows.add(more.get(next).row());
    }
    sorted = all;
    return new Grown(rows, places);
  }
}
