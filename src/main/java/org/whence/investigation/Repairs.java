package org.whence.investigation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects repairs while one input is read.
final class Repairs {
  private final Map<Repair.Kind, Repair> repairs = new EnumMap<>(Repair.Kind.class);

  void note(Repair.Kind kind, int line, int column) {
    note(new Repair(kind, 1, new Place(line, column)));
  }

  void note(Repair repair) {
    repairs.merge(repair.kind(), repair, Repair::and);
  }

  void addAll(Repairs others) {
    others.repairs.values().forEach(this::note);
  }

  boolean none() {
    return repairs.isEmpty();
  }

  List<Repair> list() {
    return List.copyOf(repairs.values());
  }
}
