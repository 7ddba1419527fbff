package org.whence.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed at any moment while it saves leaves a case that opens, with all that it
/// had said was saved, and a journal with all that it had said was kept.
///
/// `src/bench/kill.sh` does it 200 times.
final class KillTest {
  private static final int KILLS = Integer.getInteger("whence.kills", 3);

  @TempDir Path folder;

  @Test
  void killedWhileSavingLeavesACaseThatOpens() throws IOException, InterruptedException {
    var random = new Random(KILLS);
    for (var kill = 0; kill < KILLS; kill++) {
      var told = killed(random.nextInt(400));

      var read = CaseReader.read(folder.resolve("a.whence"));
      assertThat(read.damages()).as("kill %d", kill).isEmpty();
      assertThat(count(read)).isGreaterThanOrEqualTo(last(told, "saved "));
      var left = Journal.left(folder.resolve("journal"));
      assertThat(left).hasSize(1);
      var recovered = Journal.recover(left.getFirst());
      assertThat(recovered.damages()).isEmpty();
      assertThat(count(recovered)).isGreaterThanOrEqualTo(last(told, "kept "));
      assertThat(new String(recovered.recording(), StandardCharsets.UTF_8))
          .contains("{\"line\":" + last(told, "kept ") + "}");
      Journal.forget(left.getFirst());
    }
    assertThat(List.of(Objects.requireNonNull(folder.toFile().list())))
        .allMatch(
            name -> name.equals("a.whence") || name.equals("journal") || name.endsWith(".part"));
  }

  private static long count(CaseFile kept) {
    return Long.parseLong(kept.notes().conclusion());
  }

  private static long last(List<String> told, String word) {
    return told.stream()
        .filter(line -> line.startsWith(word))
        .mapToLong(line -> Long.parseLong(line.substring(word.length())))
        .max()
        .orElse(0);
  }

  /// Starts the program, kills it some time after it first saved, and returns what it had told.
  private List<String> killed(int millis) throws IOException, InterruptedException {
    var program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var told = folder.resolve("told.part");
    var child =
        new ProcessBuilder(program, "-cp", classes, Saving.class.getName(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(told.toFile())
            .start();
    try {
      while (!Files.readString(told).contains("saved ")) {
        assertThat(child.waitFor(Duration.ofMillis(20))).isFalse();
      }
      var _ = child.waitFor(Duration.ofMillis(millis));
    } finally {
      child.destroyForcibly().waitFor();
    }
    // The last line may be cut.
    var text = Files.readString(told);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}
