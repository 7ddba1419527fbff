package org.whence.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whence.chain.ChainListener;
import org.whence.dns.Exchange;
import org.whence.dns.Question;
import org.whence.dns.Resolvers;
import org.whence.investigation.InputReader;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// How far the machine's clock was off, by what a resolver told over HTTPS with its answers.
final class ClockOffsetTest {
  private static final Instant ASKED = Instant.parse("2026-11-23T12:00:00.400Z");

  /// A line of a recording: asked then, answered after so many milliseconds.
  private static String line(String type, Instant asked, int ms, String date) {
    return """
    {"name":"a.example","type":"%s","outcome":"nodata","server":"https://192.0.2.53/","asked":"%s","ms":%d,"response":"AAAA"%s}
    """
        .formatted(type, asked, ms, date.isEmpty() ? "" : ",\"date\":\"" + date + "\"");
  }

  private static List<Exchange> exchanges(String... lines) throws Exception {
    var recording = String.join("", lines).getBytes(StandardCharsets.UTF_8);
    var exchanges = new ArrayList<Exchange>();
    var as = new Resolvers.Replayed("a", "a", true);
    try (var resolution = Resolvers.replay(new ByteArrayInputStream(recording), as, () -> ASKED)) {
      for (var type : List.of("A", "AAAA", "MX")) {
        exchanges.add(
            resolution
                .resolver()
                .resolve(new Question(Name.fromConstantString("a.example."), Type.value(type))));
      }
    }
    return exchanges;
  }

  @Test
  void oneAnswerTellsItToTheSecondAndTheTimeThatItTook() throws Exception {
    // The server's clock was between 11:59:13 and 11:59:14, ours between .400 and .600.
    var offset =
        ClockOffset.of(exchanges(line("A", ASKED, 200, "2026-11-23T11:59:13Z"))).orElseThrow();

    assertThat(offset.ahead()).isEqualTo(Duration.ofSeconds(47));
    assertThat(offset.within()).isBetween(Duration.ofMillis(600), Duration.ofMillis(602));
    assertThat(offset.isOff()).isTrue();
  }

  @Test
  void severalAnswersTellItMoreExactly() throws Exception {
    var later = ASKED.plusMillis(550);
    var offset =
        ClockOffset.of(
                exchanges(
                    line("A", ASKED, 10, "2026-11-23T12:00:00Z"),
                    line("AAAA", later, 10, "2026-11-23T12:00:00Z"),
                    line("MX", later.plusMillis(100), 10, "2026-11-23T12:00:01Z")))
            .orElseThrow();

    assertThat(offset.within()).isLessThan(Duration.ofMillis(300));
    assertThat(offset.isOff()).isFalse();
  }

  @Test
  void withoutADateAndWhereTheyDoNotAgreeNothingIsKnown() throws Exception {
    assertThat(ClockOffset.of(exchanges(line("A", ASKED, 10, "")))).isEmpty();
    assertThat(
            ClockOffset.of(
                exchanges(
                    line("A", ASKED, 10, "2026-11-23T12:00:00Z"),
                    line("AAAA", ASKED, 10, "2026-11-23T12:30:00Z"))))
        .isEmpty();
  }

  @Test
  void clockThatWasOffIsToldWhereTheCaseIsOpened() throws IOException {
    var recording =
        line("PTR", ASKED, 200, "2026-11-23T11:59:13Z")
            .replace("a.example", "10.2.0.192.in-addr.arpa")
            .getBytes(StandardCharsets.UTF_8);
    var as = new Resolvers.Replayed("a", "https://192.0.2.53/", true);
    try (var resolution = Resolvers.replay(new ByteArrayInputStream(recording), as, () -> ASKED)) {
      var found =
          new Investigator(resolution, () -> ASKED, Options.defaults())
              .investigate(InputReader.pasted("192.0.2.10"), ChainListener.NONE);
      var kept = CaseFile.of(found, new CaseFile.Heard(true, recording, new byte[0]), Notes.NONE);

      var read = Samples.read(Samples.octets(kept));

      assertThat(read.provenance().clockOffset()).isEqualTo(kept.provenance().clockOffset());
      assertThat(read.provenance().clockOffset().map(ClockOffset::ahead))
          .isEqualTo(Optional.of(Duration.ofSeconds(47)));
      try (var answers = read.resolution("a.whence", () -> ASKED)) {
        assertThat(answers.description())
            .endsWith("; the clock of its machine was 47.0 s ahead (within 0.6 s)");
      }
    }
  }
}
