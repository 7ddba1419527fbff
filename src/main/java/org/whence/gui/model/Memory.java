package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.history.Entry;
import org.whence.history.History;
import org.whence.history.Sighting;
import org.whence.investigation.Investigation;

/// The history as the window uses it: opened for each use and closed again, so that other programs
/// and other windows have it in between. For the background.
final class Memory {
  private final Places places;
  private final InstantSource clock;

  Memory(Places places, InstantSource clock) {
    this.places = places;
    this.clock = clock;
  }

  /// Uses the history.
  interface Use<T> {
    T of(History history) throws IOException;
  }

  /// Remembers a case, and tells what of it was seen in others.
  ///
  /// @param file where the case was saved, where it was
  List<Sighting> keep(Investigation found, Optional<Path> file) throws IOException {
    return changing(history -> {
      var seen = history.seen(found);
      history.keep(Entry.of(found, file.map(path -> path.toAbsolutePath().toString())));
      return seen;
    });
  }

  /// Tells what of a case was seen in others, and remembers nothing.
  List<Sighting> seen(Investigation found) throws IOException {
    return reading(history -> history.seen(found)).orElse(List.of());
  }

  /// Looks at it; nothing where there is none yet.
  <T> Optional<T> reading(Use<T> use) throws IOException {
    var opened = History.reading(places.historyFile(), clock);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (var history = opened.get()) {
      return Optional.of(use.of(history));
    }
  }

  /// Changes it; it is begun where there is none.
  <T> T changing(Use<T> use) throws IOException {
    try (var history = History.open(places.historyFile(), clock)) {
      return use.of(history);
    }
  }
}
