package org.whence.history;

import java.nio.file.Path;
import java.util.Map;

/// Where a person's history lies where they name no place.
public final class HistoryFile {
  private HistoryFile() {}

  /// `history.db` in the folder `whence` of the person's data: `$XDG_DATA_HOME` or
  /// `~/.local/share`, `%LOCALAPPDATA%`, `~/Library/Application Support`.
  public static Path usual(Map<String, String> environment) {
    return data(environment, System.getProperty("os.name", "")).resolve("whence/history.db");
  }

  static Path data(Map<String, String> environment, String system) {
    var home = Path.of(System.getProperty("user.home", "."));
    if (system.startsWith("Windows")) {
      var local = environment.getOrDefault("LOCALAPPDATA", "");
      return local.isEmpty() ? home.resolve("AppData/Local") : Path.of(local);
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library/Application Support");
    }
    var data = environment.getOrDefault("XDG_DATA_HOME", "");
    return data.isEmpty() ? home.resolve(".local/share") : Path.of(data);
  }
}
