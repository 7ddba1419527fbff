package org.whence.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Works on many requests at once and writes their answers in the order asked.
///
/// One thread reads and starts requests, one writes; between them is a queue of bounded length, so
/// memory does not grow with the input, and whoever reads slowly slows the reading.
final class BatchRun {
  /// How many requests are under way at once.
  static final int IN_FLIGHT = 256;

  private static final byte[] NEW_LINE = {'\n'};

  private final BatchRequests requests;
  private final BatchLines lines;
  private final Answer out;

  /// What is under way, in the order asked; an empty one is the end.
  private final BlockingQueue<Optional<FutureTask<byte[]>>> queue =
      new ArrayBlockingQueue<>(IN_FLIGHT);

  BatchRun(BatchRequests requests, BatchLines lines, Answer out) {
    this.requests = requests;
    this.lines = lines;
    this.out = out;
  }

  /// Runs until the input ends.
  ///
  /// @return the exit status: [ExitStatus#OK] whatever the requests' results, which their answers
  ///   tell
  int all() throws IOException, InterruptedException {
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var reader = workers.submit(() -> read(workers));
      try {
        write();
      } catch (IOException | InterruptedException e) {
        workers.shutdownNow();
        throw e;
      }
      return finished(reader);
    }
  }

  private Void read(ExecutorService workers) throws IOException, InterruptedException {
    try {
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (!line.blank()) {
          var request = line;
          var task = new FutureTask<>(() -> requests.answer(request));
          queue.put(Optional.of(task));
          workers.execute(task);
        }
      }
    } finally {
      queue.put(Optional.empty());
    }
    return null;
  }

  private void write() throws IOException, InterruptedException {
    for (var next = queue.take(); next.isPresent(); next = queue.take()) {
      var task = next.get();
      if (!task.isDone()) {
        // What is known is written before waiting for what is not.
        out.flush();
      }
      out.write(result(task));
      out.write(NEW_LINE);
      if (queue.isEmpty()) {
        out.flush();
      }
    }
    out.flush();
  }

  private byte[] result(FutureTask<byte[]> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      return BatchRequests.bug(e);
    }
  }

  private static int finished(Future<?> reader) throws IOException, InterruptedException {
    try {
      reader.get();
      return ExitStatus.OK;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw new IOException("standard input: " + io.getMessage(), io);
      }
      throw new IllegalStateException("the reader of requests failed", e.getCause());
    }
  }
}
