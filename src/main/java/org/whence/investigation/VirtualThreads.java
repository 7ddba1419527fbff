package org.whence.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.whence.chain.Together;

/// Does pieces of work on a virtual thread each. How many questions are in flight is bounded where
/// they are asked; a waiting thread costs next to nothing.
///
/// It returns only when every thread has ended, also when it is interrupted or a piece throws: the
/// others are interrupted then.
final class VirtualThreads implements Together {
  @Override
  public <T> List<T> run(List<? extends Callable<T>> pieces) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<T>>();
      for (var piece : pieces) {
        futures.add(executor.submit(piece));
      }
      try {
        return results(futures);
      } finally {
        futures.forEach(future -> future.cancel(true));
      }
    }
  }

  private static <T> List<T> results(List<Future<T>> futures) throws Exception {
    var results = new ArrayList<T>();
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
