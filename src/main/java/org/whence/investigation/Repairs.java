package org.whence.investigation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects repairs while one input is read.
final class Repairs {
  private final Map<Repair.Kind, Repair> repairs = new EnumMap<>(Repair.Kind.class);

  /// How many characters each line has lost at its beginning.
  private int[] taken = {};

  /// Notes a repair at a column of what is left of a line.
  void note(Repair.Kind kind, int line, int column) {
    var lost = line < taken.length ? taken[line] : 0;
    note(new Repair(kind, 1, new Place(line, column + lost)));
  }

  /// Notes that characters are taken off the beginning of what is left of a line.
  void noteTaken(Repair.Kind kind, int line, int characters) {
    note(kind, line, 1);
    if (line >= taken.length) {
      taken = Arrays.copyOf(taken, Math.max(line + 1, 2 * taken.length));
    }
    taken[line] += characters;
  }

  void note(Repair repair) {
    repairs.merge(repair.kind(), repair, Repair::and);
  }

  /// Takes over what others repaired before.
  void addAll(Repairs others) {
    others.repairs.values().forEach(this::note);
    taken = others.taken.clone();
  }

  boolean none() {
    return repairs.isEmpty();
  }

  List<Repair> list() {
    return List.copyOf(repairs.values());
  }
}
