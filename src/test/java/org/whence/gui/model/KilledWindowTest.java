package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whence.casefile.Journal;

/// The window is killed at any moment while it asks and somebody writes: nothing is lost that is
/// older than a second, but for what the disk takes to write.
@Timeout(value = 3, unit = TimeUnit.HOURS) // two hundred kills, on a busy machine
final class KilledWindowTest {
  private static final int KILLS = Integer.getInteger("whence.kills", 3);
  private static final long SECOND = 1000;

  /// Until it has written so often, the program is only warming up.
  private static final int WARM = 20;

  /// How many files are forced one after the other when work is kept.
  private static final int FORCED = 6;

  @TempDir Path folder;

  private record Told(long time, String what, String value) {}

  @Test
  void killedAtWorkItLosesNothingOlderThanASecond() throws IOException, InterruptedException {
    var random = new Random(KILLS);
    var journals = 0;
    for (var kill = 0; kill < KILLS; kill++) {
      var here = Files.createDirectory(folder.resolve("kill" + kill));
      // Every other one is killed while it begins: nothing is promised yet, and nothing is half.
      var early = kill % 2 == 1;
      var killed =
          early ? kill(here, 1, random.nextInt(300)) : kill(here, WARM, random.nextInt(2500));
      var told = told(here);
      var disk =
          told.stream()
              .filter(each -> each.what().equals("forced"))
              .mapToLong(each -> Long.parseLong(each.value()))
              .max()
              .orElse(0);
      var old =
          told.stream().filter(each -> each.time() < killed - SECOND - FORCED * disk).toList();

      var left = Journal.left(here.resolve("journals"));
      if (left.isEmpty()) {
        // The disk was still busy with the first files of the journal.
        assertThat(old).as("kill %d", kill).allMatch(each -> early || each.what().equals("forced"));
        continue;
      }
      journals++;
      assertThat(left).as("kill %d", kill).hasSize(1);
      var recovered = Journal.recover(left.getFirst());
      assertThat(recovered.damages()).isEmpty();
      assertThat(recovered.provenance().stopped()).isTrue();
      if (early) {
        continue;
      }
      var recording = new String(recovered.recording(), StandardCharsets.UTF_8);
      assertThat(values(old, "heard")).allMatch(name -> recording.contains(name));
      assertThat(number(recovered.notes().conclusion()))
          .isGreaterThanOrEqualTo(
              values(old, "wrote").stream().mapToLong(KilledWindowTest::number).max().orElse(0));
    }
    assertThat(journals).isGreaterThan(KILLS / 3);
  }

  private static long number(String text) {
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private static List<String> values(List<Told> told, String what) {
    return told.stream().filter(each -> each.what().equals(what)).map(Told::value).toList();
  }

  private static List<Told> told(Path here) throws IOException {
    var text = Files.readString(here.resolve("told"));
    // The last line may be cut.
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .map(line -> line.split(" ", 3))
        .map(words -> new Told(Long.parseLong(words[0]), words[1], words[2]))
        .toList();
  }

  /// Starts the program, kills it some time after it has written so often, and tells when.
  private static long kill(Path here, int often, int millis)
      throws IOException, InterruptedException {
    var program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var child =
        new ProcessBuilder(program, "-cp", classes, Working.class.getName(), here.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      var told = here.resolve("told");
      while (!Files.exists(told) || !Files.readString(told).contains(" wrote " + often + "\n")) {
        assertThat(child.waitFor(Duration.ofMillis(20))).isFalse();
      }
      assertThat(child.waitFor(Duration.ofMillis(millis))).isFalse();
      return System.currentTimeMillis();
    } finally {
      child.destroyForcibly().waitFor();
    }
  }
}
