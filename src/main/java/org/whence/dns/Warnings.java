package org.whence.dns;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Lines for the user that gather while a resolution is open, from any thread.
final class Warnings {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private Consumer<String> hearer = _ -> {};

  synchronized void add(String line) {
    lines.add(line);
    hearer.accept(line);
  }

  /// Tells all lines, and from then on each as it comes.
  synchronized void tell(Consumer<String> to) {
    lines.forEach(to);
    hearer = to;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
