package org.whence.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A folder with a history of small entries.
record HistoryFolder(Path path) {
  static final Instant NOW = Instant.parse("2026-11-23T15:40:12Z");

  Path file() {
    return path.resolve("data/history.db");
  }

  History open() throws IOException {
    return open(NOW);
  }

  History open(Instant now) throws IOException {
    return History.open(file(), InstantSource.fixed(now));
  }

  static Entry entry(String reference, Instant started, Trait... traits) {
    return new Entry(
        reference,
        started,
        "00",
        reference + ".eml",
        Optional.of("Your invoice"),
        Optional.empty(),
        Optional.empty(),
        Map.of("spf", "softfail"),
        Set.of(traits));
  }

  static Trait address(String address) {
    return new Trait(Trait.Kind.ADDRESS, address);
  }

  static List<String> references(List<Entry> entries) {
    return entries.stream().map(Entry::reference).toList();
  }

  void sql(String statement) throws IOException, SQLException {
    Files.createDirectories(path.resolve("data"));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var run = connection.createStatement()) {
      run.execute(statement);
    }
  }
}
