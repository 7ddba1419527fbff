package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class OwnedLaneTest {
  private final BlockingQueue<Runnable> handedBack = new LinkedBlockingQueue<>();
  private final List<String> told = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final OwnedLane lane = new OwnedLane(new TestOwner());

  /// The test's own thread, which does what was handed back when the test says so.
  private final class TestOwner implements OwnedLane.Owner {
    @Override
    public void soon(Runnable action) {
      handedBack.add(action);
    }

    @Override
    public OwnedLane.Clock often(Runnable action) {
      return () -> told.add("stopped");
    }

    @Override
    public OwnedLane.Clock after(Duration pause, Runnable action) {
      later.add(action);
      return () -> later.remove(action);
    }

    @Override
    public void bug(Throwable thrown) {
      told.add("bug " + thrown.getMessage());
    }
  }

  private <T> void start(Tasks.Work<T> work) {
    lane.start(
        work,
        () -> told.add("live"),
        result -> told.add("done " + result),
        failed -> told.add("failed " + failed.getMessage()));
  }

  @Test
  void eventsOfTheEndComeBeforeTheResultAndNoneAfterIt() throws InterruptedException {
    start(() -> "one");
    handedBack.take().run();

    assertThat(told).containsExactly("stopped", "live", "done one");
  }

  @Test
  void whatWentWrongIsTold() throws InterruptedException {
    start(() -> {
      throw new IOException("full");
    });
    handedBack.take().run();
    start(() -> {
      throw new IllegalStateException("never");
    });
    handedBack.take().run();

    assertThat(told)
        .containsExactly("stopped", "live", "failed full", "stopped", "live", "bug never");
  }

  @Test
  void resultThatComesAfterTheNextStartIsDropped() throws InterruptedException {
    start(() -> "one");
    var one = handedBack.take();
    start(() -> "two");
    one.run();
    handedBack.take().run();

    assertThat(told).containsExactly("stopped", "stopped", "live", "done two");
  }

  @Test
  void interruptedWorkStillHandsBackAndCancelledWorkDoesNot() throws InterruptedException {
    start(OwnedLaneTest::interrupted);
    lane.interrupt();
    handedBack.take().run();
    start(OwnedLaneTest::interrupted);
    lane.cancel();
    handedBack.take().run();

    assertThat(told).containsExactly("stopped", "live", "done interrupted", "stopped");
  }

  /// Works until it is told to end.
  private static String interrupted() {
    try {
      new Semaphore(0).acquire();
      return "never";
    } catch (InterruptedException told) {
      return "interrupted";
    }
  }

  @Test
  void startAfterAPauseReplacesTheOneThatWaits() throws InterruptedException {
    lane.startAfter(Duration.ofSeconds(1), () -> "one", told::add, _ -> {});
    lane.startAfter(Duration.ofSeconds(1), () -> "two", told::add, _ -> {});

    assertThat(later).hasSize(1);
    later.getFirst().run();
    handedBack.take().run();
    assertThat(told).contains("two").doesNotContain("one");
  }
}
