package org.whence.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The tables, and how a database gets from each version to the next. A migration that was ever
/// released stays as it is.
final class Schema {
  /// By which a database of ours is told: `Wnce`.
  static final int APPLICATION = 0x576E6365;

  private static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              """
              CREATE TABLE kept_case (
                id INTEGER PRIMARY KEY,
                reference TEXT NOT NULL UNIQUE,
                started INTEGER NOT NULL,
                sha256 TEXT NOT NULL,
                name TEXT NOT NULL,
                subject TEXT,
                author TEXT,
                file TEXT)
              """,
              "CREATE INDEX kept_case_started ON kept_case (started)",
              """
              CREATE TABLE trait (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL,
                value TEXT NOT NULL,
                UNIQUE (kind, value))
              """,
              """
              CREATE TABLE sighting (
                trait INTEGER NOT NULL REFERENCES trait,
                kept_case INTEGER NOT NULL REFERENCES kept_case ON DELETE CASCADE,
                PRIMARY KEY (trait, kept_case)) WITHOUT ROWID
              """,
              "CREATE INDEX sighting_kept_case ON sighting (kept_case)",
              """
              CREATE TABLE verdict (
                kept_case INTEGER NOT NULL REFERENCES kept_case ON DELETE CASCADE,
                method TEXT NOT NULL,
                result TEXT NOT NULL,
                PRIMARY KEY (kept_case, method)) WITHOUT ROWID
              """,
              "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
              """
              CREATE VIRTUAL TABLE words USING fts5 (
                text, content='', contentless_delete=1, prefix='2 3 4',
                tokenize='unicode61 remove_diacritics 2')
              """),
          // Numbers of systems are traits from here on. A program that ends on a kind that it does
          // not know is kept away by the number alone.
          List.of());

  private Schema() {}

  /// The version that is written here, and the newest that is read.
  static int version() {
    return MIGRATIONS.size();
  }

  /// Brings a database from a version to the newest, each step whole or not at all.
  static void migrate(Connection connection, int from) throws SQLException {
    for (var version = from; version < MIGRATIONS.size(); version++) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        for (var change : MIGRATIONS.get(version)) {
          statement.execute(change);
        }
        statement.execute("PRAGMA application_id = " + APPLICATION);
        statement.execute("PRAGMA user_version = " + (version + 1));
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
