package org.whence.dns;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A connection that queries share: they are sent one behind the other, and answered in any order
/// (RFC 7766, 6.2.1.1 and 7).
///
/// Two virtual threads work on it. One connects and reads; one writes, ends the connecting where it
/// takes too long, and closes the connection where nobody needed it for a while (RFC 7766, 6.2.3).
/// Whoever asks only waits, so that no server can hold them up, and their interruption touches
/// nobody else.
final class StreamConnection {
  /// Less than servers usually wait, so that it is this end that closes (RFC 7766, 6.2.3).
  static final Duration IDLE = Duration.ofSeconds(10);

  /// Why nothing came where not even a query could be sent.
  static final String NOT_READY = "the connection was not ready by then";

  /// What a connection is made with.
  ///
  /// @param padded whether queries are padded, so that their lengths tell little
  /// @param idle how long it is kept where nobody needs it
  record Plan(Dialer dialer, boolean padded, Duration idle) {}

  private final Plan plan;
  private final Consumer<StreamConnection> ended;
  private final WaitingRoom room = new WaitingRoom(this::send, false);
  private final BlockingQueue<Query> outgoing = new LinkedBlockingQueue<>();
  private final CountDownLatch connected = new CountDownLatch(1);
  private final Thread reader;
  private final Thread writer;
  private volatile @Nullable Socket below;
  private volatile @Nullable Socket socket;
  private volatile long heard = System.nanoTime();
  private final AtomicInteger answers = new AtomicInteger();
  private boolean crowded;
  private boolean takesMore = true;
  private boolean over;

  /// @param until when connecting is given up
  /// @param ended hears when nothing of it works any more
  StreamConnection(Plan plan, Deadline until, Consumer<StreamConnection> ended) {
    this.plan = plan;
    this.ended = ended;
    reader = Thread.ofVirtual().name("whence-stream-reader").unstarted(() -> work(until));
    writer = Thread.ofVirtual().name("whence-stream-writer").unstarted(() -> write(until));
  }

  /// Begins to connect. Queries may join and be sent before.
  void start() {
    reader.start();
    writer.start();
  }

  /// Takes a query on; empty where this connection takes no more.
  synchronized Optional<Waiting> join(Query query) {
    if (!takesMore || over) {
      return Optional.empty();
    }
    crowded |= !room.isEmpty();
    return room.enter(query);
  }

  /// Whether queries were ever sent one behind the other, without waiting.
  synchronized boolean wasCrowded() {
    return crowded;
  }

  /// Takes no more queries, and ends with those that are under way.
  synchronized void retire() {
    takesMore = false;
  }

  /// A query has left. A retired connection ends with the last of them.
  void left() {
    boolean done;
    synchronized (this) {
      done = !takesMore && room.isEmpty();
    }
    if (done) {
      end(new IOException("closed"));
    }
  }

  /// How many messages came that somebody waited for.
  int answers() {
    return answers.get();
  }

  /// Whether it was connected by now.
  boolean wasConnected() {
    return socket != null;
  }

  /// Whether no such message came since a moment on the scale of [System#nanoTime].
  boolean isSilentSince(long moment) {
    return heard - moment < 0;
  }

  private void send(Query query) {
    outgoing.add(query);
  }

  private void work(Deadline until) {
    try {
      connectAndRead(until);
      writer.join();
    } catch (InterruptedException nobodyInterruptsThis) {
      return;
    } finally {
      ended.accept(this);
    }
  }

  private void connectAndRead(Deadline until) {
    try {
      var open = plan.dialer().dial(this::hold, until);
      socket = open;
      connected.countDown();
      var in = new DataInputStream(new BufferedInputStream(open.getInputStream()));
      while (true) {
        var octets = receive(in);
        if (room.hand(octets)) {
          heard = System.nanoTime();
          answers.incrementAndGet();
        }
      }
    } catch (IOException e) {
      end(e);
    }
  }

  private synchronized void hold(Socket opened) {
    below = opened;
    if (over) {
      close(opened);
    }
  }

  private static byte[] receive(DataInputStream in) throws IOException {
    var first = in.read();
    if (first < 0) {
      throw new EOFException("connection closed before the answer was there");
    }
    var length = first << Byte.SIZE | in.readUnsignedByte();
    var octets = in.readNBytes(length);
    if (octets.length < length) {
      throw new EOFException("connection closed within the answer");
    }
    return octets;
  }

  private void write(Deadline until) {
    try {
      if (!connected.await(until.nanosLeft(), TimeUnit.NANOSECONDS)) {
        throw new SocketTimeoutException(NOT_READY);
      }
      var open = socket;
      if (open == null) {
        return;
      }
      var out = new DataOutputStream(new BufferedOutputStream(open.getOutputStream()));
      for (var query = next(); query != null; query = next()) {
        // RFC 7766, 8: length and message together, so that they travel in one segment.
        var wire = plan.padded() ? query.toPaddedWire() : query.toWire();
        out.writeShort(wire.length);
        out.write(wire);
        if (outgoing.isEmpty()) {
          out.flush();
        }
      }
      // Not from below: the server should hear that this is the end (RFC 8446, 6.1).
      open.close();
      end(new IOException("closed"));
    } catch (IOException e) {
      end(e);
    } catch (InterruptedException ended) {
      return;
    }
  }

  /// The next query to send, or null where none came for so long that this connection is left.
  private @Nullable Query next() throws InterruptedException {
    while (true) {
      var query = outgoing.poll(plan.idle().toNanos(), TimeUnit.NANOSECONDS);
      if (query != null) {
        return query;
      }
      synchronized (this) {
        if (room.isEmpty() && outgoing.isEmpty()) {
          takesMore = false;
          return null;
        }
      }
    }
  }

  /// Ends this connection at once; whoever still waits is told why.
  void end(IOException why) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      room.failAll(why);
      close(below);
    }
    connected.countDown();
    writer.interrupt();
  }

  /// The socket below an encrypted one never waits to say something.
  private static void close(@Nullable Socket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException nothingIsLostByIt) {
      return;
    }
  }

  /// Waits until nothing of it works any more, once it was ended.
  void awaitEnd() throws InterruptedException {
    reader.join();
  }
}
