package org.whence.investigation;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.whence.investigation.InOrder.Begun;

/// Those who work, one piece after the other. A thread for each piece would cost as much as what it
/// does, and so would threads that wait for each other: one stands ready to go on where all others
/// wait for something, and whoever finds another one reading leaves.
final class Workers<P, R> implements AutoCloseable {
  private final int atOnce;
  private final InOrder.Pieces<P> pieces;
  private final InOrder.Work<P, R> work;
  private final Results<R> results;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock reading = new ReentrantLock();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicBoolean ready = new AtomicBoolean();
  private volatile boolean over;
  private @Nullable Throwable trouble;

  /// Where results go.
  ///
  /// @param queue of what was begun, in order
  /// @param bell rung where there is something to be taken
  record Results<R>(BlockingQueue<Begun<R>> queue, Bell bell) {}

  /// @param atOnce how many pieces are worked on at once
  Workers(int atOnce, InOrder.Pieces<P> pieces, InOrder.Work<P, R> work, Results<R> results) {
    this.atOnce = atOnce;
    this.pieces = pieces;
    this.work = work;
    this.results = results;
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
      results.queue().put(new Begun<>(null));
      results.bell().ring();
      return null;
    }
    var task = task(piece);
    var begun = new Begun<>(task);
    if (!results.queue().offer(begun)) {
      results.bell().ring();
      results.queue().put(begun);
    }
    return task;
  }

  private FutureTask<R> task(P piece) {
    return new FutureTask<>(() -> work.on(piece)) {
      @Override
      protected void done() {
        results.bell().one();
      }
    };
  }

  private @Nullable P read() {
    try {
      if (pieces.isReady()) {
        return pieces.next();
      }
      results.bell().runDry();
      var piece = pieces.next();
      results.bell().runAgain();
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

  /// Waits until all have left.
  @Override
  public void close() {
    threads.close();
  }
}
