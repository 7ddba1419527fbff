package org.whence.gui.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows that a table shows. It is changed in the ways of a list that grows, and tells of each
/// change what it is: a table then draws only the rows that became others, and keeps what is
/// selected.
final class ArrangedRows extends ObservableListBase<ListRow> {
  private List<ListRow> rows = new ArrayList<>();

  @Override
  public ListRow get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  /// Rows come behind the others: one change.
  void append(List<ListRow> more) {
    if (more.isEmpty()) {
      return;
    }
    beginChange();
    nextAdd(rows.size(), rows.size() + more.size());
    rows.addAll(more);
    endChange();
  }

  /// Rows came between the others: one change.
  ///
  /// @param now all rows, which belong to this list from now on
  /// @param places where those that came stand in it
  void grow(List<ListRow> now, BitSet places) {
    beginChange();
    rows = now;
    for (var from = places.nextSetBit(0); from >= 0; ) {
      var to = places.nextClearBit(from);
      nextAdd(from, to);
      from = places.nextSetBit(to);
    }
    endChange();
  }

  /// All rows are others: one change.
  ///
  /// @param now all rows, which belong to this list from now on
  void replace(List<ListRow> now) {
    if (rows.isEmpty() && now.isEmpty()) {
      return;
    }
    beginChange();
    var before = rows;
    rows = now;
    nextReplace(0, now.size(), before);
    endChange();
  }
}
