package org.whence.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/// The database of the history, opened. One thread at a time uses it.
final class Database implements AutoCloseable {
  private static final int BUSY_MILLIS = 3000;

  private final Path file;
  private final Connection connection;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /// Work on the database.
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /// Opens a database, begins it where there is none, and brings it to today's schema.
  ///
  /// @throws IOException in one line, where it cannot be used
  static Database open(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    Connection connection;
    try {
      connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    } catch (SQLException e) {
      throw HistoryTrouble.of(file, e);
    }
    var database = new Database(file, connection);
    try {
      database.use(Database::number);
      database.prepare();
      return database;
    } catch (IOException e) {
      database.close();
      throw e;
    }
  }

  private static int number(Connection connection) throws SQLException {
    return number(connection, "PRAGMA user_version");
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private void prepare() throws IOException {
    var application = use(open -> number(open, "PRAGMA application_id"));
    var tables = use(open -> number(open, "SELECT count(*) FROM sqlite_schema"));
    var version = use(Database::number);
    if (application != Schema.APPLICATION && (application != 0 || tables > 0 || version > 0)) {
      throw new HistoryTrouble(file, "is the database of another program; name another file");
    }
    if (version > Schema.version()) {
      throw new HistoryTrouble(
          file,
          "is of schema "
              + version
              + ", and this Whence knows "
              + Schema.version()
              + "; use a newer one, or name another file");
    }
    use(open -> {
      try (var statement = open.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = NORMAL");
        statement.execute("PRAGMA secure_delete = ON");
      }
      Schema.migrate(open, version);
      return version;
    });
  }

  /// Uses it.
  ///
  /// @throws IOException in one line
  <T> T use(Work<T> work) throws IOException {
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw HistoryTrouble.of(file, e);
    }
  }

  /// Refuses every change from here on.
  void readOnly() throws IOException {
    use(open -> {
      try (var statement = open.createStatement()) {
        return statement.execute("PRAGMA query_only = ON");
      }
    });
  }

  /// Changes it, all or nothing.
  <T> T change(Work<T> work) throws IOException {
    return use(open -> {
      open.setAutoCommit(false);
      try {
        var result = work.on(open);
        open.commit();
        return result;
      } catch (SQLException e) {
        open.rollback();
        throw e;
      } finally {
        open.setAutoCommit(true);
      }
    });
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException nothingIsLost) {
      return;
    }
  }
}
