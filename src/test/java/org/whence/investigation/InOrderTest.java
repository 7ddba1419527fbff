package org.whence.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class InOrderTest {
  /// The numbers from 0 on, and how many were taken.
  private static final class Numbers implements InOrder.Pieces<Integer> {
    private final int count;
    final AtomicInteger taken = new AtomicInteger();

    Numbers(int count) {
      this.count = count;
    }

    @Override
    public @Nullable Integer next() {
      var next = taken.get();
      if (next == count) {
        return null;
      }
      taken.incrementAndGet();
      return next;
    }
  }

  private final List<Integer> results = new ArrayList<>();

  @Test
  void resultsComeInOrderWhateverIsDoneFirst() throws Exception {
    var second = new CountDownLatch(1);

    new InOrder<Integer, Integer>(2)
        .run(
            new Numbers(100),
            piece -> {
              if (piece == 0) {
                second.await();
              } else {
                second.countDown();
              }
              return piece;
            },
            results::add);

    assertThat(results).hasSize(100).isSorted();
  }

  @RepeatedTest(300)
  void asManyAreUnderWayAtOnceAsMayBe() throws Exception {
    var all = new CyclicBarrier(8);

    new InOrder<Integer, Integer>(8)
        .run(
            new Numbers(64),
            piece -> {
              try {
                all.await();
              } catch (BrokenBarrierException e) {
                throw new AssertionError(e);
              }
              return piece;
            },
            results::add);

    assertThat(results).hasSize(64).isSorted();
  }

  /// The next piece comes only when the result of the last one was to be seen.
  private static final class Dialogue implements InOrder.Pieces<Integer>, InOrder.Sink<Integer> {
    private final boolean ready;
    private final Semaphore seen = new Semaphore(1);
    private int given;
    private int taken;

    Dialogue(boolean ready) {
      this.ready = ready;
    }

    @Override
    public @Nullable Integer next() throws IOException {
      seen.acquireUninterruptibly();
      return given == 50 ? null : Integer.valueOf(given++);
    }

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public void take(Integer result) {
      taken++;
    }

    @Override
    public void pause() {
      if (taken > 0) {
        taken = 0;
        seen.release();
      }
    }
  }

  @RepeatedTest(5)
  void resultIsSeenBeforeTheNextPieceIsWaitedFor() throws Exception {
    for (var ready : List.of(false, true)) {
      var dialogue = new Dialogue(ready);

      new InOrder<Integer, Integer>(4).run(dialogue, _ -> 0, dialogue);

      assertThat(dialogue.given).isEqualTo(50);
    }
  }

  /// Each piece goes on once the result before it was handed on, and takes longer than results are
  /// left to gather: nothing else but its own result can wake the caller.
  @Test
  void callerWhoHasWaitedInVainIsWokenByEachResult() throws Exception {
    var handedOn = new Semaphore(1);

    new InOrder<Integer, Integer>(1)
        .run(
            new Numbers(30),
            piece -> {
              handedOn.acquire();
              Thread.sleep(12);
              return piece;
            },
            result -> {
              results.add(result);
              handedOn.release();
            });

    assertThat(results).hasSize(30).isSorted();
  }

  @Test
  void noMoreIsTakenThanAreWorkedOnAndWait() throws Exception {
    var numbers = new Numbers(1000);
    var first = new CountDownLatch(1);
    var others = new CountDownLatch(1);
    var done = new AtomicInteger();
    var run =
        Thread.startVirtualThread(() -> {
          try {
            new InOrder<Integer, Integer>(2, 5)
                .run(
                    numbers,
                    piece -> {
                      if (piece == 0) {
                        others.countDown();
                        first.await();
                      }
                      done.incrementAndGet();
                      return piece;
                    },
                    results::add);
          } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    others.await();
    // Of the others, seven find a place in the queue; one more may be in the reader's hands.
    while (done.get() < 6) {
      Thread.onSpinWait();
    }
    assertThat(numbers.taken.get()).isLessThanOrEqualTo(10);
    assertThat(results).isEmpty();
    first.countDown();
    run.join();

    assertThat(results).hasSize(1000).isSorted();
  }

  @Test
  void whereThePieceThatIsAwaitedIsInterruptedNoneOvertakesIt() throws Exception {
    var second = new CountDownLatch(1);
    var run =
        Thread.startVirtualThread(() -> {
          try {
            new InOrder<Integer, Integer>(2)
                .run(
                    new Numbers(2),
                    piece -> {
                      if (piece == 0) {
                        new CountDownLatch(1).await();
                      }
                      second.countDown();
                      return piece;
                    },
                    results::add);
          } catch (IOException | InterruptedException e) {
            return;
          }
        });
    second.await();
    // Both pieces are in the queue, so that only the first one can be waited for without limit.
    while (run.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    run.interrupt();
    run.join();

    assertThat(results).isEmpty();
  }

  @Test
  void interruptionHandsOnWhatIsDoneAndEndsTheWork() throws Exception {
    var stopped = new AtomicInteger();
    var caller = Thread.currentThread();
    var begun = new CountDownLatch(2);

    assertThatThrownBy(() ->
            new InOrder<Integer, Integer>(4)
                .run(
                    new Numbers(4),
                    piece -> {
                      if (piece < 2) {
                        begun.countDown();
                        return piece;
                      }
                      begun.await();
                      if (piece == 2) {
                        caller.interrupt();
                      }
                      try {
                        new SynchronousQueue<Integer>().take();
                      } catch (InterruptedException e) {
                        stopped.incrementAndGet();
                        throw e;
                      }
                      return piece;
                    },
                    results::add))
        .isInstanceOf(InterruptedException.class);

    assertThat(results).containsExactly(0, 1);
    assertThat(stopped).hasValueLessThanOrEqualTo(2);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void troubleOfTheReaderIsToldAfterWhatWasRead() {
    var numbers = new Numbers(3);

    assertThatThrownBy(() ->
            new InOrder<Integer, Integer>(2)
                .run(
                    () -> {
                      var next = numbers.next();
                      if (next == null) {
                        throw new IOException("gone");
                      }
                      return next;
                    },
                    piece -> piece,
                    results::add))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
    assertThat(results).containsExactly(0, 1, 2);
  }

  /// Many times: the reader is met in every state, waiting for a place in the queue too.
  @RepeatedTest(200)
  void troubleOfTheSinkEndsTheRun() {
    var numbers = new Numbers(100_000);

    assertThatThrownBy(() ->
            new InOrder<Integer, Integer>(2, 2)
                .run(
                    numbers,
                    piece -> piece,
                    _ -> {
                      throw new IOException("full");
                    }))
        .hasMessage("full");
    assertThat(numbers.taken.get()).isLessThan(100);
  }

  @Test
  void bugOfAPieceIsToldToTheSink() throws Exception {
    var bugs = new ArrayList<String>();

    new InOrder<Integer, Integer>(2)
        .run(
            new Numbers(3),
            piece -> 6 / (1 - piece),
            new InOrder.Sink<>() {
              @Override
              public void take(Integer result) {
                results.add(result);
              }

              @Override
              public void failed(Throwable bug) {
                bugs.add(String.valueOf(bug.getMessage()));
              }
            });

    assertThat(results).containsExactly(6, -6);
    assertThat(bugs).containsExactly("/ by zero");
  }
}
