package org.whence.gui.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// How the rows of a long list are looked at.
///
/// @param filter which are shown; absent shows all; asked on any thread, once for each row
/// @param key what they are sorted by; without one they stay in the order of the list; made on any
///   thread, once for each row
/// @param falling whether the greatest come first
public record ListView(
    Optional<Predicate<ListRow>> filter,
    Optional<Function<ListRow, Comparable<?>>> key,
    boolean falling) {
  /// Everything, in the order of the list.
  public static final ListView ALL = new ListView(Optional.empty(), Optional.empty(), false);

  /// A row and what it is sorted by.
  record Keyed(Comparable<Object> key, ListRow row) {}

  /// Whether rows are shown as they come.
  boolean isPlain() {
    return filter.isEmpty() && key.isEmpty();
  }

  boolean shows(ListRow row) {
    return filter.isEmpty() || filter.get().test(row);
  }

  /// The key is made once: words are dearer than comparisons.
  @SuppressWarnings("unchecked")
  Keyed keyed(ListRow row) {
    return new Keyed((Comparable<Object>) key.orElseThrow().apply(row), row);
  }

  Comparator<Keyed> order() {
    var order = Comparator.comparing(Keyed::key);
    return falling ? order.reversed() : order;
  }
}
