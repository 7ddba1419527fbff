package org.whence.gui;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.whence.chain.Outcome;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.gui.model.ListRow;
import org.whence.gui.model.Phase;
import org.whence.gui.model.TestPlaces;
import org.whence.gui.model.Zone;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.Recognised;
import org.whence.iprev.IprevReason;

/// Measures the frames of the whole window while the rows of a long list arrive, as a run hands
/// them over: from another thread, shown every 100 ms.
///
/// A frame is the time from one pulse of the toolkit to the next; beside it stands the processor
/// time that the toolkit's thread spent on it, which other work on the machine does not lengthen.
public final class ListFrames {
  private static final int ROWS = 100_000;
  private static final int RATE = 10_000;

  /// How many rows are handed over at a time.
  private static final int PORTION = 100;

  private final CountDownLatch done = new CountDownLatch(1);
  private final List<Long> frames = new ArrayList<>();
  private final List<Long> busy = new ArrayList<>();
  private final Window window;
  private final Stage stage;

  private ListFrames(Window window, Stage stage) {
    this.window = window;
    this.stage = stage;
  }

  /// Prints the figures.
  ///
  /// @param arguments `plain`, `sorted` or `filtered`: how the rows are looked at meanwhile
  public static void main(String[] arguments) throws InterruptedException {
    var looked = arguments.length == 0 ? "plain" : arguments[0];
    var opened = new ArrayBlockingQueue<ListFrames>(1);
    Platform.startup(() -> opened.add(open()));
    opened.take().measure(looked);
    Platform.exit();
  }

  private void measure(String looked) throws InterruptedException {
    await(() -> window.model().phaseProperty().get() == Phase.READY);
    var begun = new CountDownLatch(1);
    Platform.runLater(() -> {
      begin(looked);
      begun.countDown();
    });
    begun.await();
    var entries =
        ((Recognised.Addresses) window.model().inputProperty().get().orElseThrow().recognised())
            .entries();
    feed(entries);
    done.await();
    System.out.printf(
        Locale.ROOT,
        "%s: %,d rows at %,d a second, %,d frames; frame %s; toolkit's thread %s%n",
        looked,
        ROWS,
        RATE,
        frames.size(),
        told(frames),
        told(busy));
  }

  private static ListFrames open() {
    var stage = new Stage();
    stage.setWidth(1000);
    stage.setHeight(800);
    var window =
        new Window(
            stage,
            new Window.Outside(
                new TestPlaces(), new MemorySettings(), Optional.empty(), () -> Zone.NOW));
    window.show();
    window
        .desk()
        .paste(
            IntStream.range(0, ROWS)
                .mapToObj(i -> "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255))
                .collect(Collectors.joining("\n")));
    return new ListFrames(window, stage);
  }

  private void begin(String looked) {
    var table = (TableView<?>) stage.getScene().lookup("#list");
    if (looked.equals("sorted")) {
      sort(table);
    } else if (looked.equals("filtered")) {
      ((TextField) stage.getScene().lookup("#filter-names")).setText("host-1");
    }
    var tick = new Timeline(new KeyFrame(javafx.util.Duration.millis(100), _ -> live()));
    tick.setCycleCount(Animation.INDEFINITE);
    tick.play();
    new Frames().start();
  }

  private static <T> void sort(TableView<T> table) {
    table.getSortOrder().add(table.getColumns().getLast());
  }

  private void live() {
    window.desk().list().live(Duration.ZERO);
    if (window.model().list().size() == ROWS) {
      done.countDown();
    }
  }

  private void feed(List<AddressEntry> entries) {
    var start = System.nanoTime();
    for (var from = 0; from < entries.size(); from += PORTION) {
      LockSupport.parkNanos(start + from * 1_000_000_000L / RATE - System.nanoTime());
      for (var entry : entries.subList(from, Math.min(entries.size(), from + PORTION))) {
        window.desk().list().found(row(entry));
      }
    }
  }

  private static ListRow row(AddressEntry entry) {
    var name = "host-" + entry.place().line() + ".example.org";
    var outcome = new Outcome(Verdict.PASS, IprevReason.CONFIRMED, List.of(Value.domain(name)));
    return new ListRow(
        entry.place().line(),
        Optional.of(entry),
        Optional.of(outcome),
        List.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void await(java.util.function.BooleanSupplier there) {
    while (!there.getAsBoolean()) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static String told(List<Long> times) {
    var sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "median %.1f ms, 99th percentile %.1f ms, longest %.1f ms",
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }

  /// Told of every pulse.
  private final class Frames extends AnimationTimer {
    private final java.lang.management.ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long pulse;
    private long spent;

    @Override
    public void handle(long now) {
      var at = System.nanoTime();
      var own = threads.getCurrentThreadCpuTime();
      if (pulse != 0 && done.getCount() > 0) {
        frames.add(at - pulse);
        busy.add(own - spent);
      }
      pulse = at;
      spent = own;
    }
  }
}
