package org.whence.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Cases as rows. Statements are prepared once and closed with it.
final class Rows implements AutoCloseable {
  private static final String COLUMNS =
      "SELECT c.id, c.reference, c.started, c.sha256, c.name, c.subject, c.author, c.file";

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Rows(Connection connection) {
    this.connection = connection;
  }

  private PreparedStatement statement(String sql, Object... values) throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i] instanceof Optional<?> o ? o.orElse(null) : values[i]);
    }
    return statement;
  }

  private void run(String sql, Object... values) throws SQLException {
    statement(sql, values).executeUpdate();
  }

  private long id(String sql, Object... values) throws SQLException {
    try (var row = statement(sql, values).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  void put(Entry entry) throws SQLException {
    var id =
        id(
            "INSERT INTO kept_case (reference, started, sha256, name, subject, author, file)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (reference) DO UPDATE SET"
                + " started = excluded.started, file = coalesce(excluded.file, file)"
                + " RETURNING id",
            entry.reference(),
            entry.started().toEpochMilli(),
            entry.sha256(),
            entry.name(),
            entry.subject(),
            entry.author(),
            entry.file());
    for (var trait : entry.traits()) {
      var key = trait(trait);
      run("INSERT OR IGNORE INTO sighting (trait, kept_case) VALUES (?, ?)", key, id);
    }
    for (var verdict : entry.verdicts().entrySet()) {
      run(
          "INSERT OR REPLACE INTO verdict (kept_case, method, result) VALUES (?, ?, ?)",
          id,
          verdict.getKey(),
          verdict.getValue());
    }
    run("DELETE FROM words WHERE rowid = ?", id);
    run("INSERT INTO words (rowid, text) VALUES (?, ?)", id, entry.words());
  }

  private long trait(Trait trait) throws SQLException {
    var kind = trait.kind().word();
    var known = id("SELECT id FROM trait WHERE kind = ? AND value = ?", kind, trait.value());
    return known != 0
        ? known
        : id("INSERT INTO trait (kind, value) VALUES (?, ?) RETURNING id", kind, trait.value());
  }

  /// Where else something was seen.
  Optional<Sighting> sighting(Trait trait, String own) throws SQLException {
    var query =
        statement(
            "SELECT count(*), max(c.started), c.reference, c.name FROM trait t"
                + " JOIN sighting s ON s.trait = t.id JOIN kept_case c ON c.id = s.kept_case"
                + " WHERE t.kind = ? AND t.value = ? AND c.reference <> ?",
            trait.kind().word(),
            trait.value(),
            own);
    try (var row = query.executeQuery()) {
      return row.next() && row.getInt(1) > 0
          ? Optional.of(
              new Sighting(
                  trait,
                  row.getInt(1),
                  Instant.ofEpochMilli(row.getLong(2)),
                  row.getString(3),
                  row.getString(4)))
          : Optional.empty();
    }
  }

  List<Entry> matching(String query, int most) throws SQLException {
    return entries(
        statement(
            COLUMNS
                + " FROM words JOIN kept_case c ON c.id = words.rowid WHERE words MATCH ?"
                + " ORDER BY words.rowid DESC LIMIT ?",
            query,
            most));
  }

  List<Entry> newest(int most) throws SQLException {
    return entries(statement(COLUMNS + " FROM kept_case c ORDER BY c.id DESC LIMIT ?", most));
  }

  private List<Entry> entries(PreparedStatement query) throws SQLException {
    var entries = new ArrayList<Entry>();
    try (var row = query.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row, Set.of()));
      }
    }
    return entries;
  }

  void all(Consumer<Entry> taker) throws SQLException {
    try (var row = statement(COLUMNS + " FROM kept_case c ORDER BY c.id").executeQuery()) {
      while (row.next()) {
        taker.accept(entry(row, traits(row.getLong(1))));
      }
    }
  }

  /// A case with all that is kept of it.
  Optional<Entry> whole(String reference) throws SQLException {
    var query = statement(COLUMNS + " FROM kept_case c WHERE c.reference = ?", reference);
    try (var row = query.executeQuery()) {
      return row.next() ? Optional.of(entry(row, traits(row.getLong(1)))) : Optional.empty();
    }
  }

  int count() throws SQLException {
    return Math.toIntExact(id("SELECT count(*) FROM kept_case"));
  }

  private Entry entry(ResultSet row, Set<Trait> traits) throws SQLException {
    return new Entry(
        row.getString(2),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getString(4),
        row.getString(5),
        Optional.ofNullable(row.getString(6)),
        Optional.ofNullable(row.getString(7)),
        Optional.ofNullable(row.getString(8)),
        verdicts(row.getLong(1)),
        traits);
  }

  private Map<String, String> verdicts(long id) throws SQLException {
    var verdicts = new LinkedHashMap<String, String>();
    var query = statement("SELECT method, result FROM verdict WHERE kept_case = ?", id);
    try (var row = query.executeQuery()) {
      while (row.next()) {
        verdicts.put(row.getString(1), row.getString(2));
      }
    }
    return verdicts;
  }

  private Set<Trait> traits(long id) throws SQLException {
    var traits = new LinkedHashSet<Trait>();
    var query =
        statement(
            "SELECT t.kind, t.value FROM sighting s JOIN trait t ON t.id = s.trait"
                + " WHERE s.kept_case = ? ORDER BY t.id",
            id);
    try (var row = query.executeQuery()) {
      while (row.next()) {
        var value = row.getString(2);
        Trait.Kind.of(row.getString(1)).ifPresent(kind -> traits.add(new Trait(kind, value)));
      }
    }
    return traits;
  }

  /// Forgets what began before a moment, and what nothing else is about.
  int forget(long before) throws SQLException {
    run("DELETE FROM words WHERE rowid IN (SELECT id FROM kept_case WHERE started < ?)", before);
    var forgotten = statement("DELETE FROM kept_case WHERE started < ?", before).executeUpdate();
    if (forgotten > 0) {
      run("DELETE FROM trait WHERE id NOT IN (SELECT trait FROM sighting)");
      // The index only marks rows as gone; their words go when its segments are merged.
      run("INSERT INTO words (words) VALUES ('optimize')");
    }
    return forgotten;
  }

  /// Forgets everything.
  int forgetAll() throws SQLException {
    run("INSERT INTO words (words) VALUES ('delete-all')");
    run("DELETE FROM sighting");
    run("DELETE FROM trait");
    return statement("DELETE FROM kept_case").executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    for (var statement : prepared.values()) {
      statement.close();
    }
  }
}
