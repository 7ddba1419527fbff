package org.whence.investigation;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
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

  /// What was begun, in order; null in a holder is the end.
  private final BlockingQueue<Begun<R>> queue;

  private final Bell bell = new Bell();

  /// What was taken from the queue and is not handed on yet: those behind it may not overtake it.
  private @Nullable Begun<R> awaited;

  private record Begun<R>(@Nullable FutureTask<R> task) {
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
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var workers = new Workers(pieces, work, threads);
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

  /// Those who work, one piece after the other. A thread for each piece would cost as much as what
  /// it does, and so would threads that wait for each other: one stands ready to go on where all
  /// others wait for something, and whoever finds another one reading leaves.
  private final class Workers {
    private final Pieces<P> pieces;
    private final Work<P, R> work;
    private final ExecutorService threads;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean ready = new AtomicBoolean();
    private volatile boolean over;
    private @Nullable Throwable trouble;

    Workers(Pieces<P> pieces, Work<P, R> work, ExecutorService threads) {
      this.pieces = pieces;
      this.work = work;
      this.threads = threads;
    }

    /// One more, unless one stands ready or there are as many as may be.
    void oneMore() {
      if (over || !ready.compareAndSet(false, true)) {
        return;
      }
      if (!join()) {
        ready.set(false);
        return;
      }
      try {
        threads.execute(this::workOn);
      } catch (RejectedExecutionException stopped) {
        over = true;
      }
    }

    private boolean join() {
      if (count.incrementAndGet() <= atOnce) {
        return true;
      }
      count.decrementAndGet();
      return false;
    }

    /// Interrupted only when the caller takes no more.
    private void workOn() {
      ready.set(false);
      try {
        for (var task = next(); task != null; task = next()) {
          task.run();
        }
      } catch (InterruptedException stopped) {
        over = true;
      }
    }

    /// The next piece, or null for whoever is not needed any more.
    private @Nullable FutureTask<R> next() throws InterruptedException {
      while (!reading.tryLock()) {
        count.decrementAndGet();
        // Who reads sees to it afterwards that there is one more.
        if (reading.isLocked() || !join()) {
          return null;
        }
      }
      try {
        return begin();
      } finally {
        reading.unlock();
        oneMore();
      }
    }

    private @Nullable FutureTask<R> begin() throws InterruptedException {
      if (over) {
        return null;
      }
      var piece = read();
      if (piece == null) {
        over = true;
        queue.put(new Begun<>(null));
        bell.ring();
        return null;
      }
      var task = task(piece);
      var begun = new Begun<>(task);
      if (!queue.offer(begun)) {
        bell.ring();
        queue.put(begun);
      }
      return task;
    }

    private FutureTask<R> task(P piece) {
      return new FutureTask<>(() -> work.on(piece)) {
        @Override
        protected void done() {
          bell.one();
        }
      };
    }

    private @Nullable P read() {
      try {
        if (pieces.isReady()) {
          return pieces.next();
        }
        bell.runDry();
        var piece = pieces.next();
        bell.runAgain();
        return piece;
      } catch (IOException | RuntimeException | Error e) {
        trouble = e;
        return null;
      }
    }

    void stop() {
      over = true;
      threads.shutdownNow();
    }

    /// What was wrong with the pieces.
    void tellTrouble() throws IOException {
      reading.lock();
      try {
        switch (trouble) {
          case IOException io -> throw io;
          case null -> {}
          case Throwable bug -> throw new IllegalStateException("the pieces failed", bug);
        }
      } finally {
        reading.unlock();
      }
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
