package org.whence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whence.dns.Window.End;

@Timeout(60)
final class WindowTest {
  /// As many questions at once as there are places, and one more that has to wait.
  private static void fill(Window window, End... ends) throws InterruptedException {
    var size = window.size();
    for (var i = 0; i < size; i++) {
      window.enter();
    }
    var beyond = waiting(window);
    for (var i = 0; i < size; i++) {
      window.leave(ends[i % ends.length]);
    }
    beyond.join();
  }

  /// A question that waits for a place, and leaves without an end of its own.
  private static Thread waiting(Window window) {
    var thread =
        Thread.startVirtualThread(() -> {
          try {
            window.enter();
            window.leave(End.NEITHER);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  @Test
  void beginsWithAFewAndEachAnswerMakesPlaceForTwoMore() throws InterruptedException {
    var window = new Window(100);
    assertThat(window.size()).isEqualTo(Window.START);

    fill(window, End.ANSWERED);
    assertThat(window.size()).isEqualTo(3 * Window.START);
    fill(window, End.ANSWERED);
    assertThat(window.size()).isEqualTo(100);
    fill(window, End.ANSWERED);
    assertThat(window.size()).isEqualTo(100);
  }

  @Test
  void halvesWhereMuchIsLostAndGrowsSlowlyFromThenOn() throws InterruptedException {
    var window = new Window(64);

    fill(window, End.ANSWERED, End.LOST);
    assertThat(window.size()).isEqualTo(32);
    fill(window, End.ANSWERED);
    assertThat(window.size()).isEqualTo(36);
  }

  @Test
  void aLittleLossIsNoReasonToHalve() throws InterruptedException {
    var window = new Window(64);

    fill(window, End.ANSWERED, End.ANSWERED, End.ANSWERED, End.ANSWERED, End.ANSWERED, End.LOST);

    assertThat(window.size()).isEqualTo(64);
  }

  @Test
  void neverShrinksToNothing() throws InterruptedException {
    var window = new Window(64);
    for (var i = 0; i < 6; i++) {
      fill(window, End.LOST);
    }
    assertThat(window.size()).isEqualTo(Window.SMALLEST);

    var single = new Window(1);
    fill(single, End.LOST);
    assertThat(single.size()).isEqualTo(1);
  }

  @Test
  void growsOnlyWhereSomebodyWaits() throws InterruptedException {
    var window = new Window(64);
    for (var i = 0; i < 200; i++) {
      window.enter();
      window.leave(End.ANSWERED);
    }

    assertThat(window.size()).isEqualTo(Window.START);
  }

  @Test
  void whatCannotBeReachedSaysNothing() throws InterruptedException {
    var window = new Window(64);
    fill(window, End.NEITHER);

    assertThat(window.size()).isEqualTo(Window.START);
  }

  @Test
  void interruptionWhileWaitingTakesNoPlace() throws InterruptedException {
    var window = new Window(1);
    window.enter();
    var second = waiting(window);

    second.interrupt();
    second.join();

    window.leave(End.NEITHER);
    window.enter();
    assertThat(window.size()).isEqualTo(1);
  }
}
