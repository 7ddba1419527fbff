package org.whence.dns;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.PortUnreachableException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// A socket that queries share while it is young, and the one thread that reads it.
///
/// It is connected, so that datagrams of others never reach it and a closed port is told at once.
/// It takes new queries for a while, and closes once the last of them was answered: nothing is left
/// open where nobody asks.
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

  /// How long the reader looks away from whether it is still needed, and who has waited too long.
  private static final Duration PAUSE = Duration.ofMillis(20);

  /// How many datagrams are read before it looks.
  private static final int BURST = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final DatagramChannel channel;
  private final Selector selector;
  private final Deadline retirement;
  private final WaitingRoom room = new WaitingRoom(this::send, true);
  private boolean closed;

  private UdpSocket(DatagramChannel channel, Selector selector, Duration life) {
    this.channel = channel;
    this.selector = selector;
    this.retirement = Deadline.in(life);
  }

  static UdpSocket open(Endpoint endpoint, Duration life) throws IOException {
    // A socket for both families takes a longer way through the system.
    var family =
        endpoint.socketAddress().getAddress() instanceof Inet4Address
            ? StandardProtocolFamily.INET
            : StandardProtocolFamily.INET6;
    var channel = DatagramChannel.open(family);
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

  /// Sends a query. Where the system has no room for it just now, it is lost like any other
  /// datagram.
  private void send(Query query) throws IOException {
    try {
      var _ = channel.write(ByteBuffer.wrap(query.toWire()));
    } catch (PortUnreachableException e) {
      // Told of an earlier datagram, which may have been another's.
      room.failAll(e);
      throw e;
    }
  }

  /// Takes a query on; empty where this socket takes no more.
  Optional<Waiting> join(Query query) {
    lock.lock();
    try {
      var old = retirement.isOver() && room.wasUsed();
      return closed || old ? Optional.empty() : room.enter(query);
    } finally {
      lock.unlock();
    }
  }

  /// Closes this socket once nobody waits at it any more.
  private boolean isDone() {
    lock.lock();
    try {
      if (!closed && retirement.isOver() && room.isEmpty()) {
        end(new IOException("closed"));
      }
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /// Closes this socket; whoever still waits is told so.
  void close() {
    end(new IOException("closed"));
  }

  private void end(IOException why) {
    lock.lock();
    try {
      closed = true;
      room.failAll(why);
      try {
        selector.close();
        channel.close();
      } catch (IOException nothingIsLostByIt) {
        return;
      }
    } finally {
      lock.unlock();
    }
  }

  /// Those who wait set no timers, so they must be told whatever ends this.
  private void read() {
    try {
      readAll();
    } finally {
      end(new IOException("closed"));
    }
  }

  private void readAll() {
    var buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
    var woken = System.nanoTime();
    while (!isDone()) {
      try {
        var _ = selector.select(_ -> {}, PAUSE.toMillis());
        for (var i = 0; i < BURST && channel.read(buffer.clear()) > 0; i++) {
          var octets = new byte[buffer.flip().remaining()];
          buffer.get(octets);
          room.hand(octets);
        }
        var now = System.nanoTime();
        if (now - woken >= PAUSE.toNanos()) {
          room.wakeDue(now);
          woken = now;
        }
      } catch (PortUnreachableException e) {
        room.failAll(e);
      } catch (ClosedSelectorException closedByAnother) {
        return;
      } catch (IOException e) {
        end(e);
      }
    }
  }
}
