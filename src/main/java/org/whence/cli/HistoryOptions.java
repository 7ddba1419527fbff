package org.whence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.history.Entry;
import org.whence.history.History;
import org.whence.history.HistoryFile;
import org.whence.history.Marks;
import org.whence.investigation.Investigation;
import picocli.CommandLine.Option;

/// The options that say whether cases are remembered, and where. Without one of them nothing is
/// written.
final class HistoryOptions {
  @Option(
      names = "--history",
      description = "remember the case, and mark in the tree what was seen before")
  boolean wanted;

  @Option(
      names = "--history-file",
      paramLabel = "FILE",
      description = "the same in this database. Default: your own, see 'whence history --help'")
  @Nullable Path file;

  /// Whether cases are remembered.
  boolean chosen() {
    return wanted || file != null;
  }

  /// Marks what was seen before, and remembers. Trouble with the history is told, and costs nothing
  /// else.
  ///
  /// @param saved where the case was saved
  Investigation remember(Investigation investigation, Optional<Path> saved, Console console) {
    if (!chosen()) {
      return investigation;
    }
    try (var history = open(console)) {
      var marked = Marks.in(investigation, history.seen(investigation));
      history.keep(Entry.of(investigation, saved.map(path -> path.toAbsolutePath().toString())));
      return marked;
    } catch (IOException e) {
      console.tell(e.getMessage() + "; the case is not remembered");
      return investigation;
    }
  }

  /// Opens the history that is named, or the person's own.
  History open(Console console) throws IOException {
    return History.open(
        file == null ? HistoryFile.usual(console.environment()) : file, InstantSource.system());
  }
}
