package org.whence.investigation;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Works on many pieces at once and hands their results on in the order of the pieces.
///
/// As many virtual threads as pieces are worked on at once take one after the other; the caller's
/// thread hands on what comes of them. Between them is a queue of bounded length, so memory does
/// not grow with the number of pieces, and whoever takes slowly slows the reading. It holds more
/// than are worked on at once: a piece that takes long does not stop those behind it.
///
/// Waking the caller for each result would cost as much as a small piece of work does; a [Bell]
/// tells it of many together.
///
/// @param <P> a piece
/// @param <R> what comes of a piece
public final class InOrder<P, R> {
  /// How many results may wait for an earlier one.
  public static final int AHEAD = 8192;

  /// How long results may be taken before they should be seen.
  private static final Duration PAUSE = Duration.ofMillis(20);

  /// Where pieces come from.
  @FunctionalInterface
  public interface Pieces<P> {
    /// The next piece, or null at the end.
    @Nullable P next() throws IOException;

    /// Whether the next piece is there, as far as is known without waiting for it.
    default boolean isReady() {
      return true;
    }
  }

  /// What is done with a piece, on a thread of its own.
  @FunctionalInterface
  public interface Work<P, R> {
    R on(P piece) throws InterruptedException;
  }

  /// Whoever takes the results, in order, on the caller's thread.
  public interface Sink<R> {
    void take(R result) throws IOException;

    /// What was taken should be seen: the next result is not there yet, or was long in coming.
    default void pause() throws IOException {}

    /// A piece met a bug.
    ///
    /// @throws IllegalStateException unless it is to go on
    default void failed(Throwable bug) throws IOException {
      throw new IllegalStateException("a piece of work failed", bug);
    }
  }

  private final int atOnce;
  private final BlockingQueue<Begun<R>> queue;
  private final Bell bell = new Bell();

  /// What was taken from the queue and is not handed on yet: those behind it may not overtake it.
  private @Nullable Begun<R> awaited;

  /// A piece that was begun.
  ///
  /// @param task null for the end
  record Begun<R>(@Nullable FutureTask<R> task) {
    boolean isDone() {
      return task == null || task.isDone();
    }
  }

  /// @param atOnce how many pieces are worked on at once
  public InOrder(int atOnce) {
    this(atOnce, AHEAD);
  }

  InOrder(int atOnce, int ahead) {
    this.atOnce = atOnce;
    this.queue = new ArrayBlockingQueue<>(atOnce + ahead);
  }

  /// Runs until the pieces end. Can be called once.
  ///
  /// @throws IOException what pieces or sink throw, after all work has ended
  /// @throws InterruptedException if this thread is interrupted, after all work has ended and the
  ///   results that were there in order were handed on
  public void run(Pieces<P> pieces, Work<P, R> work, Sink<R> sink)
      throws IOException, InterruptedException {
    var results = new Workers.Results<>(queue, bell);
    try (var workers = new Workers<>(atOnce, pieces, work, results)) {
      try {
        workers.oneMore();
        handOn(sink);
      } catch (InterruptedException e) {
        workers.stop();
        handOnUntilStopped(sink);
        throw e;
      } catch (IOException | RuntimeException e) {
        workers.stop();
        throw e;
      }
      workers.tellTrouble();
    }
  }

  private void handOn(Sink<R> sink) throws IOException, InterruptedException {
    var seen = System.nanoTime();
    var inVain = false;
    while (true) {
      var any = isNextDone();
      handOnDone(sink);
      if (isEnd()) {
        return;
      }
      if (!any || bell.isDry() || System.nanoTime() - seen > PAUSE.toNanos()) {
        sink.pause();
        seen = System.nanoTime();
      }
      // Where one piece takes long, those behind it that are done do not wake the caller each.
      if (any || inVain) {
        bell.awaitMany();
      } else {
        bell.await(this::isNextDone);
      }
      inVain = !any && !inVain;
    }
  }

  private boolean isNextDone() {
    if (awaited == null) {
      awaited = queue.poll();
    }
    return awaited != null && awaited.isDone();
  }

  private boolean isEnd() {
    return awaited != null && awaited.task() == null;
  }

  /// Hands on what is done, up to the first piece that is not.
  private void handOnDone(Sink<R> sink) throws IOException, InterruptedException {
    while (isNextDone()) {
      var task = Objects.requireNonNull(awaited).task();
      if (task == null) {
        return;
      }
      handOn(task, sink);
      awaited = null;
    }
  }

  private static <R> void handOn(FutureTask<R> task, Sink<R> sink)
      throws IOException, InterruptedException {
    R result;
    try {
      result = task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case InterruptedException stopped -> throw stopped;
        case null, default -> sink.failed(Objects.requireNonNullElse(e.getCause(), e));
      }
      return;
    }
    sink.take(result);
  }

  private void handOnUntilStopped(Sink<R> sink) throws IOException {
    try {
      handOnDone(sink);
    } catch (InterruptedException thatPieceWasStopped) {
      return;
    }
  }
}
