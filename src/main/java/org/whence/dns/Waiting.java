package org.whence.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One query at a socket that queries share, and the thread that waits for its answer: the one that
/// made this.
///
/// Where the room looks for those who have waited long enough, no timer is set: setting and taking
/// away one for each query costs more than sending it.
final class Waiting implements AutoCloseable {
  private final Query query;
  private final WaitingRoom room;
  private final Thread thread = Thread.currentThread();
  private final Queue<byte[]> arrived = new ConcurrentLinkedQueue<>();
  private volatile @Nullable IOException trouble;
  private volatile long due;

  Waiting(Query query, WaitingRoom room) {
    this.query = query;
    this.room = room;
  }

  /// The query with the id that it is sent with.
  Query query() {
    return query;
  }

  /// Sends the query, or sends it once more.
  void send() throws IOException {
    room.send(query);
  }

  /// Waits for octets that may be the answer.
  ///
  /// @return null where none came in time
  /// @throws IOException where the server cannot be reached, or this thread was interrupted
  byte @Nullable [] take(Deadline until) throws IOException {
    while (true) {
      var octets = arrived.poll();
      if (octets != null) {
        return octets;
      }
      var cause = trouble;
      if (cause != null) {
        throw cause;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException();
      }
      var left = until.nanosLeft();
      if (left <= 0) {
        return null;
      }
      if (room.wakes()) {
        due = until.nanos();
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, left);
      }
    }
  }

  /// Wakes the thread where what it waits for is late.
  void wakeIfDue(long now) {
    if (due - now <= 0) {
      LockSupport.unpark(thread);
    }
  }

  void arrive(byte[] octets) {
    arrived.add(octets);
    LockSupport.unpark(thread);
  }

  void fail(IOException why) {
    trouble = why;
    LockSupport.unpark(thread);
  }

  @Override
  public void close() {
    room.leave(this);
  }
}
