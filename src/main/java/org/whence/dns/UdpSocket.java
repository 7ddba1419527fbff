package org.whence.dns;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;

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

  /// How long the reader looks away from whether it is still needed.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DatagramChannel channel;
  private final Selector selector;
  private final Deadline retirement;
  private final WaitingRoom room = new WaitingRoom(this::send);
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
  synchronized Optional<Waiting> join(Query query) {
    var old = retirement.isOver() && room.wasUsed();
    return closed || old ? Optional.empty() : room.enter(query);
  }

  /// Closes this socket once nobody waits at it any more.
  private synchronized boolean isDone() {
    if (!closed && retirement.isOver() && room.isEmpty()) {
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
    room.failAll(why);
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
          room.hand(octets);
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
