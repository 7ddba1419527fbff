package org.whence.dns;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Lines for the user that gather while a resolution is open, from any thread.
final class Warnings {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  void add(String line) {
    lines.add(line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
