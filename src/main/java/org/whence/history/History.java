package org.whence.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.investigation.Investigation;

/// What was investigated before. One thread at a time uses it; several programs may at once.
public final class History implements AutoCloseable {
  private static final String RETENTION = "retention";

  private final Database database;
  private final InstantSource clock;

  private History(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Opens the history in a file, begins it where there is none, and forgets what is older than it
  /// is to keep.
  ///
  /// @throws IOException in one line, where it cannot be used
  public static History open(Path file, InstantSource clock) throws IOException {
    var history = new History(Database.open(file), clock);
    try {
      history.forgetOld();
      return history;
    } catch (IOException e) {
      history.close();
      throw e;
    }
  }

  /// Opens it to look at alone: nothing is kept through it. What is older than it is to keep is
  /// forgotten all the same.
  ///
  /// @return empty where there is none, and none is begun
  /// @throws IOException in one line, where it cannot be used
  public static Optional<History> reading(Path file, InstantSource clock) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var history = open(file, clock);
    try {
      history.database.readOnly();
      return Optional.of(history);
    } catch (IOException e) {
      history.close();
      throw e;
    }
  }

  /// Keeps what a case is about; of one that is there already, what is new.
  public void keep(Entry entry) throws IOException {
    keep(List.of(entry));
  }

  /// Keeps several, all or none.
  void keep(List<Entry> entries) throws IOException {
    database.change(open -> {
      try (var rows = new Rows(open)) {
        for (var entry : entries) {
          rows.put(entry);
        }
      }
      return entries.size();
    });
  }

  /// Where what a case is about was seen before, in other cases than this one.
  public List<Sighting> seen(Investigation investigation) throws IOException {
    var own = Entry.of(investigation, Optional.empty());
    return database.use(open -> {
      try (var rows = new Rows(open)) {
        var sightings = new ArrayList<Sighting>();
        for (var trait : Traits.of(investigation)) {
          rows.sighting(trait, own.reference()).ifPresent(sightings::add);
        }
        return sightings;
      }
    });
  }

  /// Finds cases by words that all stand in what is kept of them, in any order, each as the
  /// beginning of a word at least; the newest first. Without a word, all of them.
  ///
  /// @param most how many are returned at most
  public List<Entry> search(String words, int most) throws IOException {
    var query =
        Stream.of(words.split("\\s+"))
            .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
            .map(word -> "\"" + word.replace("\"", " ") + "\"*")
            .collect(Collectors.joining(" "));
    return database.use(open -> {
      try (var rows = new Rows(open)) {
        return query.isEmpty() ? rows.newest(most) : rows.matching(query, most);
      }
    });
  }

  /// All that is kept of a case.
  public Optional<Entry> entry(String reference) throws IOException {
    return database.use(open -> {
      try (var rows = new Rows(open)) {
        return rows.whole(reference);
      }
    });
  }

  /// How many cases it holds.
  public int size() throws IOException {
    return database.use(open -> {
      try (var rows = new Rows(open)) {
        return rows.count();
      }
    });
  }

  /// Takes cases, one after the other.
  @FunctionalInterface
  public interface Taker {
    /// Takes a case.
    void take(Entry entry) throws IOException;
  }

  /// Hands over every case with all that is kept of it, the oldest first.
  ///
  /// @throws IOException what the taker throws, or in one line, where the history cannot be used
  public void export(Taker taker) throws IOException {
    try {
      database.use(open -> {
        try (var rows = new Rows(open)) {
          rows.all(entry -> hand(entry, taker));
        }
        return true;
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void hand(Entry entry, Taker taker) {
    try {
      taker.take(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How long cases are kept; empty for always.
  public Optional<Duration> retention() throws IOException {
    return database.use(open -> setting(open).map(Duration::parse));
  }

  private static Optional<String> setting(Connection open) throws SQLException {
    try (var query = open.prepareStatement("SELECT value FROM setting WHERE name = ?")) {
      query.setString(1, RETENTION);
      try (var row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /// Keeps cases so long from now on, and forgets older ones at once.
  public void retain(Optional<Duration> time) throws IOException {
    database.change(open -> {
      try (var change =
          open.prepareStatement(
              time.isPresent()
                  ? "INSERT OR REPLACE INTO setting (value, name) VALUES (?, ?)"
                  : "DELETE FROM setting WHERE ? IS NULL AND name = ?")) {
        change.setString(1, time.map(Duration::toString).orElse(null));
        change.setString(2, RETENTION);
        return change.executeUpdate();
      }
    });
    forgetOld();
  }

  private void forgetOld() throws IOException {
    var time = retention();
    if (time.isPresent()) {
      var oldest = clock.instant().minus(time.get()).toEpochMilli();
      database.change(open -> {
        try (var rows = new Rows(open)) {
          return rows.forget(oldest);
        }
      });
    }
  }

  /// Forgets everything, also on the disk; the retention stays.
  public void wipe() throws IOException {
    database.change(open -> {
      try (var rows = new Rows(open)) {
        return rows.forgetAll();
      }
    });
    database.use(open -> {
      try (var statement = open.createStatement()) {
        statement.execute("VACUUM");
        return statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    });
  }

  /// Lets the database grow to so many pages and no further: for tests of a full disk.
  void limitPages(int pages) throws IOException {
    database.use(open -> {
      try (var statement = open.createStatement()) {
        return statement.execute("PRAGMA max_page_count = " + pages);
      }
    });
  }

  @Override
  public void close() {
    database.close();
  }
}
