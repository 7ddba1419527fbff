package org.whence.gui.model;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.whence.casefile.WholeFile;
import org.whence.dns.Exchange;
import org.whence.dns.Question;
import org.whence.report.Wording;

/// A program to be killed: the desk of the window at work. It asks many questions, one after the
/// other, while an analyst writes a conclusion that counts. It tells in a file, with the time, each
/// answer and each number, and how long the disk takes for a file that is forced there.
final class Working {
  private static final int ADDRESSES = 190;
  private static final Duration SLOW = Duration.ofMillis(30);
  private static final Duration BEAT = Duration.ofMillis(50);

  private final PrintStream told;
  private final Semaphore server = new Semaphore(1, true);
  private final Path folder;

  private Working(Path folder) throws IOException {
    this.folder = folder;
    this.told =
        new PrintStream(
            Files.newOutputStream(folder.resolve("told")), true, StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) throws IOException {
    new Working(Path.of(arguments[0])).work();
  }

  /// A line is written whole: the stream sees to that.
  private void tell(String what, Object value) {
    told.println(System.currentTimeMillis() + " " + what + " " + value);
  }

  /// Answers one question at a time, as a slow server does.
  private Exchange slowly(Question question) {
    try {
      server.acquire();
      try {
        Thread.sleep(SLOW);
      } finally {
        server.release();
      }
      var answer = Zone.small().resolve(question);
      tell("heard", question.nameText());
      return answer;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void work() {
    var places = new TestPlaces();
    places.keepIn(folder.resolve("journals"));
    places.live();
    places.answer(this::slowly);
    var tasks = new OwnThread();
    var model = new CaseModel(new NodeWords(Wording.load(), Texts.load()));
    var count = new AtomicInteger();
    tasks.soon(() -> {
      var desk = new Desk(model, places, tasks, InstantSource.system());
      desk.paste(
          IntStream.rangeClosed(1, ADDRESSES)
              .mapToObj(number -> "192.0.2." + number)
              .collect(Collectors.joining("\n")));
      desk.investigate();
    });
    var _ =
        tasks.often(
            BEAT,
            () -> {
              if (model.phaseProperty().get() == Phase.RUNNING) {
                model.notes().conclude(Integer.toString(count.incrementAndGet()));
                tell("wrote", count.get());
              }
            });
    Thread.ofVirtual().start(this::probe);
  }

  private void probe() {
    var octets = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    try {
      while (true) {
        var begun = System.nanoTime();
        WholeFile.write(folder.resolve("probe"), true, out -> out.write(octets));
        tell("forced", Duration.ofNanos(System.nanoTime() - begun).toMillis());
        Thread.sleep(BEAT);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
