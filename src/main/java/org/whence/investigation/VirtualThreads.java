package org.whence.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.whence.chain.Together;

/// Does pieces of work on a virtual thread each, and the last one on the caller's, which would only
/// wait. How many questions are in flight is bounded where they are asked; a waiting thread costs
/// next to nothing.
///
/// It returns only when every piece has ended, also when it is interrupted or a piece throws: those
/// on threads of their own are interrupted then.
final class VirtualThreads implements Together {
  @Override
  public <T> List<T> run(List<? extends Callable<T>> pieces) throws Exception {
    var futures = new ArrayList<FutureTask<T>>(pieces.size());
    var threads = new ArrayList<Thread>(pieces.size());
    var ended = false;
    for (var piece : pieces) {
      futures.add(new FutureTask<T>(piece));
    }
    try {
      for (var i = 0; i < futures.size() - 1; i++) {
        threads.add(Thread.startVirtualThread(futures.get(i)));
      }
      if (!futures.isEmpty()) {
        futures.getLast().run();
      }
      var results = results(futures);
      ended = true;
      return results;
    } finally {
      // Whoever has every result waits for nothing more.
      if (!ended) {
        futures.forEach(future -> future.cancel(true));
        await(threads);
      }
    }
  }

  /// Waits for the end of all, also where the waiting thread is interrupted again.
  private static void await(List<Thread> threads) {
    var interrupted = false;
    for (var thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> List<T> results(List<FutureTask<T>> futures) throws Exception {
    var results = new ArrayList<T>(futures.size());
    for (var future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case Exception cause -> throw cause;
          case Error cause -> throw cause;
          case null, default -> throw e;
        }
      }
    }
    return results;
  }
}
