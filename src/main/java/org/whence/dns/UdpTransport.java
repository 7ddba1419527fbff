package org.whence.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.whence.dns.Query.Reading;

/// Datagrams (RFC 1035, 4.2.1).
///
/// Each query has a socket of its own, so that its port is as hard to guess as the system makes it
/// (RFC 5452, 9.2; RFC 6056), and the socket is connected, so that datagrams of others never reach
/// it and a closed port is told at once. It is a channel because waiting in one ends as soon as its
/// thread is interrupted, whether that is a virtual one or not.
record UdpTransport(Endpoint endpoint) implements Transport {
  /// More than three times of what servers are told that they may send.
  private static final int LARGEST_DATAGRAM = 4096;

  @Override
  public String server() {
    return endpoint.uri("udp");
  }

  @Override
  public Reading exchange(Query query, Duration timeout, Consumer<Reading.Foreign> dropped)
      throws IOException {
    var deadline = Deadline.in(timeout);
    try (var channel = DatagramChannel.open()) {
      channel.connect(endpoint.socketAddress());
      channel.write(ByteBuffer.wrap(query.toWire()));
      while (true) {
        var reading = query.read(receive(channel, deadline));
        if (!(reading instanceof Reading.Foreign foreign)) {
          return reading;
        }
        dropped.accept(foreign);
      }
    }
  }

  private static byte[] receive(DatagramChannel channel, Deadline deadline) throws IOException {
    var packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
    channel.socket().setSoTimeout(deadline.millisLeft());
    channel.socket().receive(packet);
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }
}
