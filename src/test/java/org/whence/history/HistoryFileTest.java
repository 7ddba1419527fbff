package org.whence.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whence.history.HistoryFolder.NOW;
import static org.whence.history.HistoryFolder.address;
import static org.whence.history.HistoryFolder.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The file of a history: other schemas, other programs, damage, locks and a full disk.
@Timeout(120)
final class HistoryFileTest {
  private final HistoryFolder folder;

  HistoryFileTest(@TempDir Path folder) {
    this.folder = new HistoryFolder(folder);
  }

  @Test
  void historyOfTheFirstSchemaGoesOn() throws IOException, SQLException {
    try (var history = folder.open()) {
      history.keep(entry("a", NOW, address("192.0.2.1")));
    }
    folder.sql("PRAGMA user_version = 1");

    try (var history = folder.open()) {
      assertThat(history.search("192.0.2.1", 10)).hasSize(1);
    }
  }

  @Test
  void kindOfTraitThatIsNotKnownIsLeftOut() throws IOException, SQLException {
    try (var history = folder.open()) {
      history.keep(entry("a", NOW, address("192.0.2.1"), address("192.0.2.2")));
    }
    folder.sql("UPDATE trait SET kind = 'mood' WHERE value = '192.0.2.1'");

    try (var history = folder.open()) {
      assertThat(history.entry("a").orElseThrow().traits()).containsExactly(address("192.0.2.2"));
    }
  }

  @Test
  void wipeLeavesNothingInTheFile() throws IOException {
    try (var history = folder.open()) {
      history.keep(entry("gone", NOW, new Trait(Trait.Kind.NAME, "secret.example")));
      history.wipe();
      assertThat(history.search("", 10)).isEmpty();
    }
    var octets = new String(Files.readAllBytes(folder.file()), StandardCharsets.ISO_8859_1);
    assertThat(octets.contains("secret")).isFalse();
  }

  @Test
  void databaseOfAnotherProgramIsLeftAsItIs() throws IOException, SQLException {
    folder.sql("CREATE TABLE bookmarks (url TEXT)");
    var before = Files.readAllBytes(folder.file());

    assertThatThrownBy(folder::open)
        .hasMessage(
            "history: "
                + folder.file()
                + ": is the database of another program; name another file");

    assertThat(folder.file()).hasBinaryContent(before);
  }

  @Test
  void newerSchemaIsRefusedByItsNumber() throws IOException, SQLException {
    folder.open().close();
    folder.sql("PRAGMA user_version = 99");

    assertThatThrownBy(folder::open)
        .hasMessageContaining("is of schema 99, and this Whence knows 2");
  }

  @Test
  void whatIsNoDatabaseAndWhatIsDamagedAreTold() throws IOException {
    Files.createDirectories(folder.file().getParent());
    Files.writeString(
        folder.file(), "this is no database at all, but long enough to be one".repeat(99));
    assertThatThrownBy(folder::open).hasMessageContaining("is no database");

    Files.delete(folder.file());
    try (var history = folder.open()) {
      for (var i = 0; i < 50; i++) {
        history.keep(entry("case" + i, NOW, address("192.0.2." + i)));
      }
    }
    var octets = Files.readAllBytes(folder.file());
    Arrays.fill(octets, 4096, octets.length, (byte) 0x5A);
    Files.write(folder.file(), octets);
    assertThatThrownBy(
            () -> {
              try (var history = folder.open()) {
                history.search("", 10);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is damaged; move it away");
  }

  @Test
  void lockedDatabaseIsTold() throws IOException, SQLException {
    folder.open().close();
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.file());
        var run = other.createStatement();
        var history = folder.open()) {
      run.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> history.keep(entry("a", NOW)))
          .hasMessageContaining("another program holds it; try again later");

      run.execute("ROLLBACK");
      history.keep(entry("a", NOW));
      assertThat(history.search("", 10)).hasSize(1);
    }
  }

  @Test
  void fullDiskIsToldAndWhatWasKeptStays() throws IOException {
    try (var history = folder.open()) {
      history.keep(entry("a", NOW));
      history.limitPages(20);
      assertThatThrownBy(
              () -> {
                for (var i = 0; i < 1000; i++) {
                  history.keep(entry("x".repeat(2000) + i, NOW));
                }
              })
          .hasMessageContaining("the disk is full");
      assertThat(history.search("", 1000)).extracting(Entry::reference).contains("a");
    }
  }
}
