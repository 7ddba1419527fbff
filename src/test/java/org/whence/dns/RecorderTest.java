package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
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
    var recorded = new Recorder(out, "case", trouble::add).around(zone, "");

    var exchange = recorded.resolve(A, "0.1");

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            new String(
                RecordingWriter.line(new Recording.Entry("0.1", "", exchange)),
                StandardCharsets.UTF_8))
        .endsWith("}\n");
    recorded.resolve(A);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    assertThat(trouble).isEmpty();
  }

  @Test
  void whatWasNeverAskedIsNotRecorded() throws InterruptedException {
    var out = new ByteArrayOutputStream();

    new Recorder(out, "case", trouble::add).around(new Offline(new TestClock()), "").resolve(A);

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
    try (var recorder = new Recorder(full, "case", trouble::add)) {
      var recorded = recorder.around(zone, "");
      assertThat(recorded.resolve(A).answer()).isInstanceOf(Answer.Records.class);
      assertThat(recorded.resolve(A).answer()).isInstanceOf(Answer.Records.class);
    }

    assertThat(trouble).containsExactly("case: recording ends here: No space left on device");
  }

  @Test
  void interruptedQuestionDoesNotEndTheRecording(@TempDir Path folder) throws Exception {
    var file = folder.resolve("case.dns.jsonl");
    try (var recorder = Recorder.to(file, false, trouble::add)) {
      var recorded = recorder.around(zone, "");
      Thread.currentThread().interrupt();
      recorded.resolve(A);
      assertThat(Thread.interrupted()).isTrue();
      recorded.resolve(A);
    }

    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(trouble).isEmpty();
  }

  @Test
  void nothingIsRecordedAfterTheEnd() throws InterruptedException {
    var out = new ByteArrayOutputStream();
    var recorder = new Recorder(out, "case", trouble::add);
    var recorded = recorder.around(zone, "");
    recorder.close();

    assertThat(recorded.resolve(A).answer()).isInstanceOf(Answer.Records.class);

    assertThat(out.size()).isZero();
    assertThat(trouble).isEmpty();
  }

  @Test
  void recordingGoesOnBehindItsLastWholeLine(@TempDir Path folder) throws Exception {
    var file = folder.resolve("case.dns.jsonl");
    for (var left : List.of("", "{\"name\":\"half a li")) {
      Files.writeString(file, left, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      try (var recorder = Recorder.to(file, true, trouble::add)) {
        recorder.around(zone, "").resolve(A);
      }
    }

    assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.endsWith("}"));
    try (var recorder = Recorder.to(file, false, trouble::add)) {
      recorder.around(zone, "").resolve(A);
    }
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void everyLineIsWrittenWhoeverWrites(@TempDir Path folder) throws Exception {
    var file = folder.resolve("case.dns.jsonl");
    var threads = new ArrayList<Thread>();
    try (var recorder = Recorder.to(file, false, trouble::add)) {
      for (var i = 0; i < 200; i++) {
        threads.add(
            Thread.startVirtualThread(() -> {
              try {
                recorder.around(zone, "").resolve(A);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
      }
      for (var thread : threads) {
        thread.join();
      }
      assertThat(Files.readAllLines(file)).hasSize(200).allMatch(line -> line.endsWith("}"));
    }
  }

  @Test
  void fileThatCannotBeWrittenIsToldAtOnce(@TempDir Path folder) {
    assertThatThrownBy(() -> Recorder.to(folder, false, trouble::add))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot record to " + folder + " (Is a directory); name another file");
  }
}
