package org.whence.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.TestZone;
import org.whence.casefile.CaseReader;
import org.whence.casefile.Notes;
import org.whence.casefile.Recorded;
import org.whence.chain.ChainListener;
import org.whence.dns.ResolutionOf;
import org.whence.investigation.Options;
import org.whence.report.Format;
import org.whence.report.ReportOptions;

/// Each mail that comes becomes a case once, whatever happens in between.
@Timeout(120)
final class WatchTest {
  private static final String MAIL =
      """
      Received: from mail.example ([192.0.2.10]) by mx.example; Mon, 23 Nov 2026 15:40:12 +0000
      Subject: %s

      Text
      """;

  private static final TestZone ZONE =
      TestZone.of(
          """
          10.2.0.192.in-addr.arpa PTR mail.example
          mail.example A 192.0.2.10
          """);

  @TempDir Path folder;
  private Path from = Path.of("");
  private Path to = Path.of("");
  private final List<String> told = new ArrayList<>();
  private final List<String> investigated = new ArrayList<>();

  @BeforeEach
  void folders() throws IOException {
    from = Files.createDirectory(folder.resolve("in"));
    to = folder.resolve("out");
  }

  private boolean watch(Format... reports) throws IOException, InterruptedException {
    var wanted = new Watch.Wanted(from, to, looks(reports), Duration.ZERO);
    var options = Options.defaults().withChecks(Set.of(org.whence.investigation.Check.IPREV));
    var asked = new Recorded.Asked(ResolutionOf.resolver("test", ZONE), options, new byte[0]);
    return new Watch(wanted, InstantSource.system(), outcome -> told.add(outcome.line()))
        .run(
            true,
            (input, _) -> {
              investigated.add(input.source().name());
              return Recorded.of(
                  input, asked, InstantSource.system(), ChainListener.NONE, Notes.NONE);
            });
  }

  private static Map<Format, ReportOptions> looks(Format... reports) {
    var looks = new HashMap<Format, ReportOptions>();
    for (var format : reports) {
      looks.put(format, ReportOptions.defaults(format));
    }
    return looks;
  }

  private List<String> written(Path where) {
    return Stream.of(Objects.requireNonNull(where.toFile().list()))
        .filter(name -> !name.startsWith(".") && !name.startsWith("done"))
        .map(name -> name.replaceAll("-[0-9a-f]{12}", "-DIGEST"))
        .sorted()
        .toList();
  }

  @Test
  void mailBecomesACaseAndItsReports() throws IOException, InterruptedException {
    Files.writeString(from.resolve("a.eml"), MAIL.formatted("one"));

    assertThat(watch(Format.HTML, Format.JSON)).isTrue();

    assertThat(written(to))
        .containsExactly("a.eml-DIGEST.html", "a.eml-DIGEST.json", "a.eml-DIGEST.whence");
    assertThat(told).containsExactly("a.eml: done, 1 case");
    assertThat(from.resolve("a.eml")).exists();
  }

  @Test
  void reportThatCannotHoldACaseIsToldAndTheWatchGoesOn() throws IOException, InterruptedException {
    // Nobody's address is in it that could be blocked.
    Files.writeString(from.resolve("a.eml"), "From: a@a.example\nSubject: hello\n\nText\n");

    assertThat(watch(Format.RULES_NFTABLES, Format.TEXT)).isTrue();

    assertThat(written(to)).containsExactly("a.eml-DIGEST.txt", "a.eml-DIGEST.whence");
    assertThat(told).hasSize(2).last().isEqualTo("a.eml: done, 1 case");
    assertThat(told.getFirst()).contains(".nftables.sh: rules-nftables: ");
    assertThat(to.resolve("done.sha256")).content().contains("a.eml");
  }

  @Test
  void nothingIsDoneTwice() throws IOException, InterruptedException {
    Files.writeString(from.resolve("a.eml"), MAIL.formatted("one"));
    watch();
    Files.writeString(from.resolve("b.eml"), MAIL.formatted("two"));
    Files.writeString(from.resolve("same.eml"), MAIL.formatted("one"));

    assertThat(watch()).isTrue();

    assertThat(investigated).containsExactly("a.eml", "b.eml");
  }

  @Test
  void watchThatWasKilledBetweenCaseAndReportGoesOnFromTheCase()
      throws IOException, InterruptedException {
    Files.writeString(from.resolve("a.eml"), MAIL.formatted("one"));
    watch();
    Files.delete(to.resolve("done.sha256"));

    watch(Format.TEXT);

    assertThat(investigated).containsExactly("a.eml");
    assertThat(written(to)).contains("a.eml-DIGEST.txt", "a.eml-DIGEST.whence");
  }

  @Test
  void ledgerLineThatWasCutCountsForNothing() throws IOException, InterruptedException {
    Files.writeString(from.resolve("a.eml"), MAIL.formatted("one"));
    watch();
    var ledger = to.resolve("done.sha256");
    var line = Files.readString(ledger);
    Files.writeString(ledger, line.substring(0, line.length() - 1));

    watch();

    assertThat(Files.readString(ledger)).isEqualTo(line);
    assertThat(investigated).hasSize(1);
  }

  @Test
  void whatIsNoMailIsMovedAsideWithTheReason() throws IOException, InterruptedException {
    Files.write(from.resolve("p\u202Ec.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    Files.writeString(from.resolve("a.eml"), MAIL.formatted("one"));

    assertThat(watch()).isFalse();

    assertThat(written(to)).containsExactly("a.eml-DIGEST.whence", "failed");
    assertThat(written(to.resolve("failed"))).containsExactly("p_c.png", "p_c.png.reason.txt");
    assertThat(to.resolve("failed/p_c.png.reason.txt")).content().isNotBlank();
    assertThat(from.toFile().list()).containsExactly("a.eml");
  }

  @Test
  void everyMailOfAMailboxIsACase() throws IOException, InterruptedException {
    var first = "From a Mon Jan  1 00:00:00 2026\n" + MAIL.formatted("one");
    var second = "\nFrom b Mon Jan  1 00:00:00 2026\n" + MAIL.formatted("two");
    Files.writeString(from.resolve("a.mbox"), first + second);

    watch();

    assertThat(written(to)).containsExactly("a.mbox-DIGEST.whence", "a.mbox-DIGEST.whence");
    try (var cases = Files.newDirectoryStream(to, "*.whence")) {
      for (var file : cases) {
        assertThat(CaseReader.read(file).damages()).isEmpty();
      }
    }
  }

  @Test
  void fileIsTakenOnlyWhenItStaysTheSame() throws IOException {
    var arrivals = new Arrivals(from, Duration.ofSeconds(2));
    var start = Instant.parse("2026-11-23T15:40:00Z");
    var file = Files.writeString(from.resolve("a.eml"), "Subject");
    Files.writeString(from.resolve("b.eml.part"), "Subject");
    Files.writeString(from.resolve(".c.eml"), "Subject");

    assertThat(arrivals.look(start)).isEmpty();
    assertThat(arrivals.look(start.plusSeconds(1))).isEmpty();
    Files.writeString(file, "Subject: more");
    assertThat(arrivals.look(start.plusSeconds(3))).isEmpty();
    assertThat(arrivals.isWaiting()).isTrue();
    assertThat(arrivals.look(start.plusSeconds(5))).containsExactly(file);
    assertThat(arrivals.look(start.plusSeconds(9))).isEmpty();
    assertThat(arrivals.isWaiting()).isFalse();
  }

  @Test
  void foldersThatCannotBeAreRefusedInOneLine() {
    to = from;
    assertThatThrownBy(this::watch).hasMessageContaining("is the folder that is watched");
    from = folder.resolve("none");
    assertThatThrownBy(this::watch).hasMessageContaining("is no folder");
  }

  @Test
  void whatCannotBeWrittenEndsTheWatchAndLeavesTheMail() throws IOException, InterruptedException {
    Files.writeString(from.resolve("a.eml"), MAIL.formatted("one"));
    watch();
    try (var cases = Files.newDirectoryStream(to, "*.whence")) {
      for (var file : cases) {
        Files.delete(file);
        Files.createDirectory(file.resolveSibling("." + file.getFileName() + ".x"));
      }
    }
    Files.delete(to.resolve("done.sha256"));
    Files.createDirectory(to.resolve("done.sha256"));

    assertThatThrownBy(this::watch).isInstanceOf(IOException.class);
    assertThat(from.resolve("a.eml")).exists();
  }
}
