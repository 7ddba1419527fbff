package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.TestClock;
import org.whence.TestZone;

final class RecorderTest {
  private static final Question A = Questions.of("a.example", "A");

  private final TestZone zone = TestZone.of("a.example A 192.0.2.1");
  private final ArrayList<String> trouble = new ArrayList<>();

  @Test
  void eachExchangeIsALineAsItHappens() throws InterruptedException {
    var out = new ByteArrayOutputStream();
    var recorder = new Recorder(zone, out, "case", trouble::add);

    var exchange = recorder.resolve(A);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(new String(RecordingWriter.line(exchange), StandardCharsets.UTF_8))
        .endsWith("}\n");
    recorder.resolve(A);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    assertThat(trouble).isEmpty();
  }

  @Test
  void whatWasNeverAskedIsNotRecorded() throws InterruptedException {
    var out = new ByteArrayOutputStream();

    new Recorder(new Offline(new TestClock()), out, "case", trouble::add).resolve(A);

    assertThat(out.size()).isZero();
  }

  @Test
  void fullDiskIsToldOnceAndTheRunGoesOn() throws InterruptedException {
    var full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (var recorder = new Recorder(zone, full, "case", trouble::add)) {
      assertThat(recorder.resolve(A).answer()).isInstanceOf(Answer.Records.class);
      assertThat(recorder.resolve(A).answer()).isInstanceOf(Answer.Records.class);
    }

    assertThat(trouble).containsExactly("case: recording ends here: No space left on device");
  }

  @Test
  void interruptedQuestionDoesNotEndTheRecording(@TempDir Path folder) throws Exception {
    var file = folder.resolve("case.dns.jsonl");
    try (var recorder = Recorder.to(file, zone, trouble::add)) {
      Thread.currentThread().interrupt();
      recorder.resolve(A);
      assertThat(Thread.interrupted()).isTrue();
      recorder.resolve(A);
    }

    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(trouble).isEmpty();
  }

  @Test
  void nothingIsRecordedAfterTheEnd() throws InterruptedException {
    var out = new ByteArrayOutputStream();
    var recorder = new Recorder(zone, out, "case", trouble::add);
    recorder.close();

    assertThat(recorder.resolve(A).answer()).isInstanceOf(Answer.Records.class);

    assertThat(out.size()).isZero();
    assertThat(trouble).isEmpty();
  }

  @Test
  void fileThatCannotBeWrittenIsToldAtOnce(@TempDir Path folder) {
    assertThatThrownBy(() -> Recorder.to(folder, zone, trouble::add))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot record to " + folder + " (Is a directory); name another file");
  }
}
