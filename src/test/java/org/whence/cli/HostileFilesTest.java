package org.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.casefile.CaseArchive;

/// Files that an enemy made, that are of tomorrow or of another program: one line says so, and
/// nothing of them gets anywhere.
@Timeout(120)
final class HostileFilesTest {
  @TempDir Path folder;
  private String zone = "";
  private Path kept = Path.of("");

  @BeforeEach
  void keep() throws IOException {
    zone =
        Files.writeString(folder.resolve("a.zone"), "10.2.0.192.in-addr.arpa. 60 IN PTR a.example.")
            .toString();
    kept = Files.createDirectory(folder.resolve("cases")).resolve("a.whence");
    Shell.run("check", "192.0.2.10", "--zone", zone, "-o", kept.toString());
  }

  private Shell.Run opened(byte[] octets) throws IOException {
    Files.write(kept, octets);
    var run = Shell.run("check", kept.toString());
    assertThat(kept).hasBinaryContent(octets);
    assertThat(names(folder)).containsExactly("a.zone", "cases");
    assertThat(names(folder.resolve("cases"))).containsExactly("a.whence");
    assertThat(run.status()).isEqualTo(ExitStatus.IO);
    return run;
  }

  private static List<String> names(Path where) {
    return Stream.of(Objects.requireNonNull(where.toFile().list())).sorted().toList();
  }

  @Test
  void caseOfANewerFormatIsRefusedByName() throws IOException {
    var run = opened(CaseArchive.ofTomorrow(Files.readAllBytes(kept)));

    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("whence: a.whence: is a case of format 2, written by Whence 9.1.0; Whence ")
        .endsWith("open it with that version or a newer one");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void bombIsRefused() throws IOException {
    var run = opened(CaseArchive.bomb(Files.readAllBytes(kept)));

    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .endsWith("a.whence: its part 'notes.json' unpacks to more than any case holds");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void pathInACaseLeadsNowhereAndTheRestIsUsed() throws IOException {
    var run = opened(CaseArchive.with(Files.readAllBytes(kept), "../../evil", new byte[1]));

    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .endsWith("a.whence: '../../evil' is no part of a case, and is left alone");
    assertThat(run.out()).contains("a.example");
  }

  @Test
  void databaseOfAnotherProgramIsLeftAsItIs() throws IOException, SQLException {
    var database = folder.resolve("bookmarks.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bookmarks (url TEXT)");
    }
    var before = Files.readAllBytes(database);

    var run =
        Shell.run("check", "192.0.2.10", "--zone", zone, "--history-file", database.toString());
    var searched = Shell.run("history", "search", "x", "--history-file", database.toString());

    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains(database + ": is the database of another program; name another file");
    assertThat(run.out()).contains("a.example");
    assertThat(searched.err().lines()).singleElement().asString().contains("another program");
    assertThat(searched.status()).isEqualTo(ExitStatus.IO);
    assertThat(database).hasBinaryContent(before);
  }

  @Test
  void caseThatCannotBeWrittenOrIsThereIsOneLine() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/sys")), "no /sys");
    var before = Files.readAllBytes(kept);

    // Nobody can make files in /sys, not even root.
    var readOnly = Shell.run("check", "192.0.2.10", "--zone", zone, "-o", "/sys/a.whence");
    var taken = Shell.run("check", "192.0.2.10", "--zone", zone, "-o", kept.toString());

    assertThat(readOnly.err().lines())
        .singleElement()
        .asString()
        .startsWith("whence: /sys/a.whence: cannot be written: ");
    assertThat(readOnly.status()).isEqualTo(ExitStatus.IO);
    assertThat(taken.err().lines()).singleElement().asString().contains("is there already");
    assertThat(kept).hasBinaryContent(before);
  }

  @Test
  void whateverAMailIsCalledItsCaseHasANameOnEverySystem() throws IOException {
    var from = Files.createDirectory(folder.resolve("in"));
    var to = folder.resolve("out");
    var names = List.of("CON.eml", "x\\..\\evil.eml", "nul", "-rf.eml", "a:b*c?.eml");
    for (var name : names) {
      Files.writeString(
          from.resolve(name), "From: a@a.example\nSubject: ../../" + name + "\n\n" + name + "\n");
    }

    var run = Shell.watch(from, to, "-f", "text", "--zone", zone);

    assertThat(run.err().lines()).as(run.err()).hasSize(names.size());
    assertThat(names(folder)).containsExactly("a.zone", "cases", "in", "out");
    assertThat(
            names(to).stream()
                .filter(name -> !name.startsWith(".") && !name.equals("done.sha256"))
                .map(name -> name.replaceFirst("-[0-9a-f]{12}[.](whence|txt)$", "")))
        .hasSize(2 * names.size())
        .containsOnly("_ON.eml", "evil.eml", "_ul", "-rf.eml", "a_b_c_.eml");
  }
}
