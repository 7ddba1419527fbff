package org.whence.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;

/// A socket that queries share while it is young, and the one thread that reads it.
///
/// It is connected, so that datagrams of others never reach it and a closed port is told at once.
/// It takes new queries for a while, and closes once the last of them was answered: nothing is left
/// open where nobody asks. What comes is handed by its id to the thread that waits for it. What
/// comes for nobody is noted where it can only have been meant for one: with a question that is
/// under way, or while one query alone is. An id that was used before belongs to a late answer.
///
/// The channel does not block, because a thread that is interrupted in a blocking one closes it for
/// all.
final class UdpSocket {
  /// How long a port is usually used for new queries.
  static final Duration LIFE = Duration.ofSeconds(3);

  /// More than three times of what servers are told that they may send.
  private static final int LARGEST_DATAGRAM = 4096;

  /// About 250 answers at once overflow what systems give; they give less than this where they
  /// must.
  private static final int RECEIVE_OCTETS = 1 << 22;

  /// How long the reader looks away from whether it is still needed.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final int ID_COUNT = 1 << 16;

  private final DatagramChannel channel;
  private final Selector selector;
  private final Deadline retirement;
  private final Map<Integer, Waiting> waiting = new ConcurrentHashMap<>();
  private final BitSet used = new BitSet(ID_COUNT);
  private boolean closed;

  private UdpSocket(DatagramChannel channel, Selector selector, Duration life) {
    this.channel = channel;
    this.selector = selector;
    this.retirement = Deadline.in(life);
  }

  static UdpSocket open(Endpoint endpoint, Duration life) throws IOException {
    var channel = DatagramChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_OCTETS);
      channel.connect(endpoint.socketAddress());
      channel.configureBlocking(false);
      var selector = Selector.open();
      channel.register(selector, SelectionKey.OP_READ);
      var socket = new UdpSocket(channel, selector, life);
      Thread.ofPlatform().daemon().name("whence-udp").start(socket::read);
      return socket;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// One query at this socket, and the thread that waits for its answer.
  final class Waiting implements AutoCloseable {
    private final Query query;
    private final ByteBuffer wire;
    private final Thread thread = Thread.currentThread();
    private final Queue<byte[]> arrived = new ConcurrentLinkedQueue<>();
    private volatile @Nullable IOException trouble;

    private Waiting(Query query) {
      this.query = query;
      this.wire = ByteBuffer.wrap(query.toWire());
    }

    /// The query with the id that it was sent with.
    Query query() {
      return query;
    }

    /// Sends the query. Where the system has no room for it just now, it is lost like any other
    /// datagram.
    void send() throws IOException {
      try {
        var _ = channel.write(wire.rewind());
      } catch (PortUnreachableException e) {
        // Told of an earlier datagram, which may have been another's.
        failAll(e);
        throw e;
      }
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
        LockSupport.parkNanos(this, left);
      }
    }

    private void arrive(byte[] octets) {
      arrived.add(octets);
      LockSupport.unpark(thread);
    }

    private void fail(IOException why) {
      trouble = why;
      LockSupport.unpark(thread);
    }

    @Override
    public void close() {
      waiting.remove(query.id());
    }
  }

  /// Takes a query on.
  ///
  /// @return null where this socket takes no more
  synchronized @Nullable Waiting join(Query query) {
    var old = retirement.isOver() && !used.isEmpty();
    if (closed || old || waiting.size() >= ID_COUNT / 2) {
      return null;
    }
    var free = query;
    while (waiting.containsKey(free.id())) {
      free = free.withNextId();
    }
    var joined = new Waiting(free);
    waiting.put(free.id(), joined);
    used.set(free.id());
    return joined;
  }

  /// Closes this socket once nobody waits at it any more.
  private synchronized boolean isDone() {
    if (!closed && retirement.isOver() && waiting.isEmpty()) {
      end(new IOException("closed"));
    }
    return closed;
  }

  /// Closes this socket; whoever still waits is told so.
  void close() {
    end(new IOException("closed"));
  }

  private synchronized void end(IOException why) {
    closed = true;
    failAll(why);
    try {
      selector.close();
      channel.close();
    } catch (IOException nothingIsLostByIt) {
      return;
    }
  }

  private void read() {
    var buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
    while (!isDone()) {
      try {
        var _ = selector.select(_ -> {}, PAUSE.toMillis());
        while (channel.read(buffer.clear()) > 0) {
          var octets = new byte[buffer.flip().remaining()];
          buffer.get(octets);
          hand(octets);
        }
      } catch (PortUnreachableException e) {
        failAll(e);
      } catch (ClosedSelectorException closedByAnother) {
        return;
      } catch (IOException e) {
        end(e);
      }
    }
  }

  private void failAll(IOException why) {
    waiting.values().forEach(each -> each.fail(why));
  }

  private void hand(byte[] octets) {
    var known = octets.length < Short.BYTES ? null : waiting.get(Query.idOf(octets));
    if (known == null) {
      meant(octets).ifPresent(one -> one.arrive(octets));
    } else {
      known.arrive(octets);
    }
  }

  /// For whom a message with a foreign id can only have been meant.
  private Optional<Waiting> meant(byte[] octets) {
    if (octets.length >= Short.BYTES && isUsed(Query.idOf(octets))) {
      return Optional.empty();
    }
    var all = List.copyOf(waiting.values());
    if (all.size() == 1) {
      return Optional.of(all.getFirst());
    }
    var asked = new Response(octets).message().map(Message::getQuestion);
    return asked.flatMap(
        record -> all.stream().filter(one -> one.query().question().isAskedBy(record)).findFirst());
  }

  private synchronized boolean isUsed(int id) {
    return used.get(id);
  }
}
