package org.whence.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Why the history cannot be used, in one line with the way out. Whoever hears of it goes on
/// without.
public final class HistoryTrouble extends IOException {
  private static final long serialVersionUID = 1L;

  HistoryTrouble(Path file, String why) {
    super("history: " + file + ": " + why);
  }

  static HistoryTrouble of(Path file, SQLException cause) {
    var code =
        cause instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.SQLITE_ERROR;
    // Extended codes have the plain one in their lowest octet.
    var why =
        switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
          case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds it; try again later";
          case SQLITE_FULL -> "the disk is full; free some space";
          case SQLITE_CORRUPT -> "is damaged; move it away, and a new one is begun";
          case SQLITE_NOTADB -> "is no database; name another file, or move it away";
          case SQLITE_READONLY -> "must not be written by you; check its permissions";
          case SQLITE_CANTOPEN -> "cannot be opened; check its folder and permissions";
          case SQLITE_IOERR -> "the disk fails; check it, and free some space";
          default -> "cannot be used (" + String.valueOf(cause.getMessage()).strip() + ")";
        };
    var trouble = new HistoryTrouble(file, why);
    trouble.initCause(cause);
    return trouble;
  }
}
