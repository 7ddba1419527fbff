package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.TestClock;
import org.whence.TestZone;
import org.xbill.DNS.Record;

final class MasterFilesTest {
  private static final String ZONE =
      """
      $TTL 600
      $ORIGIN example.
      @        IN SOA ns hostmaster 1 7200 900 1209600 300
      mail     60 IN A 192.0.2.2
               60 IN A 192.0.2.1
      mail        IN A 192.0.2.2
      a.b.c       IN A 192.0.2.3
      alias       IN CNAME Mail
      far         IN CNAME host.other.
      gone        IN CNAME nowhere
      one         IN CNAME two
      two         IN CNAME one
      self        IN CNAME self
      *.wild      IN A 192.0.2.4
      deep.wild   IN TXT "here"
      *.walias    IN CNAME mail
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private MasterFiles zone() throws IOException {
    return MasterFiles.read(
        List.of(file("a.zone", ZONE), file("b.zone", "host.other. A 192.0.2.9\n")),
        new TestClock());
  }

  private Answer ask(String name, String type) throws IOException {
    return zone().resolve(Questions.of(name, type)).answer();
  }

  @Test
  void recordsComeInTheOrderOfTheFileAndEachOnce() throws IOException {
    var exchange = zone().resolve(Questions.of("MAIL.example", "A"));

    assertThat(exchange.answer())
        .isInstanceOfSatisfying(
            Answer.Records.class,
            found ->
                assertThat(found.records())
                    .extracting(Record::rdataToString)
                    .containsExactly("192.0.2.2", "192.0.2.1"));
    assertThat(exchange.server()).isEqualTo("zone:a.zone");
    assertThat(exchange.asked()).isEqualTo(TestZone.NOW);
    assertThat(exchange.response()).isEmpty();
  }

  @Test
  void timeToLiveIsThatOfTheRecordTheFileOrTheDefault() throws IOException {
    assertThat(rows("mail.example", "A")).contains("mail.example. 60 IN A 192.0.2.1");
    assertThat(rows("a.b.c.example", "A")).containsExactly("a.b.c.example. 600 IN A 192.0.2.3");
    assertThat(rows("host.other", "A")).containsExactly("host.other. 3600 IN A 192.0.2.9");
  }

  private List<String> rows(String name, String type) throws IOException {
    return zone().resolve(Questions.of(name, type)).presentation().answer().stream()
        .map(Presentation.Row::line)
        .toList();
  }

  @Test
  void aliasesAreFollowedThroughAllFiles() throws IOException {
    assertThat(rows("far.example", "A"))
        .containsExactly(
            "far.example. 600 IN CNAME host.other.", "host.other. 3600 IN A 192.0.2.9");
    assertThat(ask("gone.example", "A"))
        .isInstanceOfSatisfying(
            Answer.NoSuchDomain.class, gone -> assertThat(gone.aliases()).hasSize(1));
    assertThat(ask("alias.example", "AAAA"))
        .isInstanceOfSatisfying(Answer.NoData.class, none -> assertThat(none.aliases()).hasSize(1));
  }

  @Test
  void aliasItselfCanBeAskedFor() throws IOException {
    assertThat(rows("far.example", "CNAME"))
        .containsExactly("far.example. 600 IN CNAME host.other.");
  }

  @ParameterizedTest
  @CsvSource({"one.example,2", "self.example,1"})
  void aliasesInACircleAreAnAnswerWithoutData(String name, int links) throws IOException {
    assertThat(ask(name, "A"))
        .isInstanceOfSatisfying(
            Answer.NoData.class, none -> assertThat(none.aliases()).hasSize(links));
  }

  @Test
  void sixteenAliasesAreFollowedAndNoMore() throws IOException {
    var text = new StringBuilder("a17. A 192.0.2.1\n");
    for (var i = 0; i < 17; i++) {
      text.append("a%d. CNAME a%d.\n".formatted(i, i + 1));
    }
    var files = MasterFiles.read(List.of(file("long.zone", text.toString())), new TestClock());

    assertThat(files.resolve(Questions.of("a1", "A")).answer()).isInstanceOf(Answer.Records.class);
    assertThat(files.resolve(Questions.of("a0", "A")).answer())
        .isInstanceOfSatisfying(Answer.Aliases.class, cut -> assertThat(cut.aliases()).hasSize(16));
  }

  /// RFC 4592, 2.2.1 and 2.2.2.
  @ParameterizedTest
  @CsvSource({
    "x.wild.example,A,answer",
    "x.y.wild.example,A,answer",
    "x.wild.example,TXT,nodata",
    "deep.wild.example,A,nodata",
    "x.deep.wild.example,A,nxdomain",
    "wild.example,A,nodata",
    "x.walias.example,A,answer",
    "c.example,A,nodata",
    "b.c.example,A,nodata",
    "x.b.c.example,A,nxdomain",
    "example,NS,nodata",
    "nowhere.example,A,nxdomain",
    "nowhere.test,A,nxdomain",
    ".,NS,nodata"
  })
  void namesExistAsWildcardsAndEmptyNonTerminalsSay(String name, String type, String outcome)
      throws IOException {
    assertThat(ask(name, type).outcome()).isEqualTo(outcome);
  }

  @Test
  void wildcardTakesTheSpellingThatWasAsked() throws IOException {
    assertThat(rows("Any.Wild.example", "A"))
        .containsExactly("Any.Wild.example. 600 IN A 192.0.2.4");
  }

  @Test
  void emptyFileKnowsNothing() throws IOException {
    var files = MasterFiles.read(List.of(file("empty.zone", "")), new TestClock());

    var exchange = files.resolve(Questions.of("a.example", "A"));

    assertThat(exchange.answer()).isEqualTo(new Answer.NoSuchDomain(List.of()));
    assertThat(exchange.server()).isEqualTo("zone:empty.zone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a. A 192.0.2.1\\nb. XX 1|line 2: Invalid type 'XX'",
        "a. A 192.0.513|line 1: Invalid address: 192.0.513",
        "$INCLUDE other.zone|line 1: $INCLUDE encountered",
        "a..b A 192.0.2.1|line 1: 'a..b'"
      })
  void damagedFileIsToldInOneLineWithFileLineAndCause(String text, String cause)
      throws IOException {
    var bad = file("bad.zone", text.replace("\\n", "\n"));

    assertThatThrownBy(() -> MasterFiles.read(List.of(bad), new TestClock()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(bad + ": " + cause)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void missingFileAndFolderAreTold() {
    var missing = folder.resolve("missing.zone");

    assertThatThrownBy(() -> MasterFiles.read(List.of(missing), new TestClock()))
        .hasMessage(missing + ": no such file; check its name and folder");
    assertThatThrownBy(() -> MasterFiles.read(List.of(folder), new TestClock()))
        .hasMessage(folder + ": is a directory, not a master file");
  }

  @Test
  void recordsAreLimited() {
    var endless = "$GENERATE 1-2000000 a$. A 192.0.2.1\n".getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> MasterFileReader.parse(endless, 1000))
        .hasMessage("more than 1000 records");
  }
}
