package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.TestClock;
import org.whence.TestZone;

final class ResolversTest {
  private static final String LINE =
      """
      {"name":"a.example","type":"A","outcome":"nodata"}
      """;
  private static final Question A = Questions.of("a.example", "A");

  @TempDir Path folder;

  private final ResolverSettings settings = ResolverSettings.defaults();
  private final TestClock clock = new TestClock();

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void defaultsAreThoseOfTheReceivingServer() {
    assertThat(settings.resolver()).isEqualTo("system");
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.tries()).isEqualTo(2);
  }

  @Test
  void masterFilesAnswerAndAreNamed() throws Exception {
    var zones =
        List.of(file("a.zone", "a.example. A 192.0.2.1\n"), file("b.zone", "b. A 192.0.2.2\n"));

    try (var resolution = Resolvers.open(settings.withZones(zones), clock)) {
      assertThat(resolution.description()).isEqualTo("zone a.zone, b.zone");
      assertThat(resolution.named()).isTrue();
      assertThat(resolution.resolver().resolve(A).answer()).isInstanceOf(Answer.Records.class);
      assertThat(resolution.fresh().resolve(A).cached()).isFalse();
    }
  }

  @Test
  void recordingAnswersAndItsDamagedLinesAreTold() throws Exception {
    var replay = Optional.of(file("case.dns.jsonl", LINE + "garbage\n"));

    try (var resolution = Resolvers.open(settings.withReplay(replay), clock)) {
      assertThat(resolution.description()).isEqualTo("recording case.dns.jsonl");
      assertThat(resolution.named()).isTrue();
      assertThat(resolution.resolver().resolve(A).server()).isEqualTo("recording:case.dns.jsonl");
      assertThat(resolution.warnings())
          .singleElement()
          .asString()
          .startsWith("case.dns.jsonl: line 2 is left out: no JSON");
    }
  }

  @Test
  void recordingCanComeOutOfAStream() throws Exception {
    var stream = new ByteArrayInputStream(LINE.getBytes(StandardCharsets.UTF_8));

    try (var resolution = Resolvers.replay(stream, "sample", settings, clock)) {
      assertThat(resolution.description()).isEqualTo("recording sample");
      assertThat(resolution.resolver().resolve(A).answer()).isInstanceOf(Answer.NoData.class);
    }
  }

  @Test
  void recordingOfARecordingGivesTheSameAnswers() throws Exception {
    var first = file("first.dns.jsonl", LINE);
    var second = folder.resolve("second.dns.jsonl");
    var both = settings.withReplay(Optional.of(first)).withRecord(Optional.of(second));

    Exchange recorded;
    try (var resolution = Resolvers.open(both, clock)) {
      recorded = resolution.resolver().resolve(A);
    }

    try (var again = Resolvers.open(settings.withReplay(Optional.of(second)), clock)) {
      assertThat(again.resolver().resolve(A)).isEqualTo(recorded);
      assertThat(again.resolver().resolve(Questions.of("b.example", "A")).answer().outcome())
          .isEqualTo("not-recorded");
    }
  }

  @Test
  void whatComesOutOfTheCacheIsRecordedWithItsAge() throws Exception {
    var file = folder.resolve("case.dns.jsonl");
    var source = new Source(TestZone.of("a.example A 192.0.2.1"), "test", true, true);
    var record = settings.withRecord(Optional.of(file));

    Exchange cached;
    try (var resolution = Resolvers.assemble(source, record, clock, new Warnings())) {
      resolution.resolver().resolve(A, "0.0");
      clock.advance(Duration.ofSeconds(34));
      cached = resolution.resolver().resolve(A, "0.1");
      resolution.fresh().resolve(A, "0.1");
    }

    assertThat(Files.readAllLines(file)).hasSize(3);
    try (var again = Resolvers.open(settings.withReplay(Optional.of(file)), clock)) {
      assertThat(cached.cacheAge()).contains(Duration.ofSeconds(34));
      assertThat(again.resolver().resolve(A, "0.1")).isEqualTo(cached);
      assertThat(again.resolver().resolve(A, "0.1").cached()).isFalse();
    }
  }

  @Test
  void recordingThatIsReplayedIsNotOverwritten() throws IOException {
    var file = Optional.of(file("case.dns.jsonl", LINE));

    assertThatThrownBy(() -> Resolvers.open(settings.withReplay(file).withRecord(file), clock))
        .isInstanceOf(ResolverProblem.class)
        .hasMessageContaining("record to another file");
    assertThat(file.get()).content().isEqualTo(LINE);
  }

  @Test
  void warningsAreToldAtOnce() throws Exception {
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    var replay = Optional.of(file("case.dns.jsonl", LINE + "garbage\n"));
    var both = settings.withReplay(replay).withRecord(Optional.of(full));
    var told = new ArrayList<String>();

    try (var resolution = Resolvers.open(both, clock)) {
      resolution.onWarning(told::add);
      assertThat(told).singleElement().asString().contains("line 2 is left out");

      assertThat(resolution.resolver().resolve(A).answer()).isInstanceOf(Answer.NoData.class);

      assertThat(told)
          .hasSize(2)
          .last()
          .isEqualTo("/dev/full: recording ends here: No space left on device");
      resolution.resolver().resolve(A);
    }
    assertThat(told).hasSize(2);
  }

  @Test
  void offlineAsksNothingWhateverElseIsSaid() throws Exception {
    var zones = List.of(folder.resolve("missing.zone"));

    try (var resolution = Resolvers.open(settings.withZones(zones).withOffline(true), clock)) {
      var exchange = resolution.resolver().resolve(A);

      assertThat(resolution.description()).isEqualTo("offline");
      assertThat(resolution.named()).isFalse();
      assertThat(exchange.answer()).isEqualTo(new Answer.Failed(Failure.OFFLINE, ""));
      assertThat(exchange.server()).isEqualTo("none");
    }
  }

  @Test
  void descriptionTellsHowPatientlyServersAreAsked() throws Exception {
    var server = ResolverSettings.defaults().withResolver("udp://192.0.2.53:53");
    var hasty = server.withTimeout(Duration.ofMillis(500)).withTries(1);

    try (var patient = Resolvers.open(server, clock);
        var quick = Resolvers.open(hasty, clock)) {
      assertThat(patient.description()).isEqualTo("udp://192.0.2.53:53, 5 s a query, 2 tries");
      assertThat(quick.description()).isEqualTo("udp://192.0.2.53:53, 500 ms a query, 1 try");
    }
  }

  @Test
  void filesThatCannotBeReadAreToldInOneLine() throws IOException {
    var missing = folder.resolve("missing");
    var noRecording = file("mail.eml", "From: a@example\n");

    assertThatThrownBy(() -> Resolvers.open(settings.withZones(List.of(missing)), clock))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(ResolverProblem.class)
        .hasMessage(missing + ": no such file; check its name and folder");
    assertThatThrownBy(() -> Resolvers.open(settings.withReplay(Optional.of(missing)), clock))
        .hasMessage(missing + ": no such file; check its name and folder");
    assertThatThrownBy(() -> Resolvers.open(settings.withReplay(Optional.of(folder)), clock))
        .hasMessage(folder + ": is a directory, not a recording");
    assertThatThrownBy(() -> Resolvers.open(settings.withReplay(Optional.of(noRecording)), clock))
        .hasMessageStartingWith(noRecording + ": no recording of DNS: line 1");
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> Resolvers.open(settings.withTimeout(Duration.ZERO), clock))
        .isInstanceOf(ResolverProblem.class)
        .hasMessage("timeout: must be longer than nothing, such as 5s");
    assertThatThrownBy(() -> Resolvers.open(settings.withTries(0), clock))
        .isInstanceOf(ResolverProblem.class)
        .hasMessage("tries: must be 1 or more");
    assertThatThrownBy(() -> Resolvers.open(settings.withInFlight(0), clock))
        .isInstanceOf(ResolverProblem.class)
        .hasMessage("questions in flight: must be 1 or more");
    assertThatThrownBy(() ->
            Resolvers.open(
                settings.withZones(List.of(folder)).withReplay(Optional.of(folder)), clock))
        .isInstanceOf(ResolverProblem.class)
        .hasMessage("a recording and master files: only one can answer; leave one of them out");
  }
}
