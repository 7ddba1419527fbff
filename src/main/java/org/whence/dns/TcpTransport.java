package org.whence.dns;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.whence.dns.Query.Reading;

/// A connection for one query (RFC 1035, 4.2.2; RFC 7766). It is a channel because waiting in one
/// ends as soon as its thread is interrupted, whether that is a virtual one or not.
record TcpTransport(Endpoint endpoint) implements Transport {
  @Override
  public String server() {
    return endpoint.uri("tcp");
  }

  @Override
  public Reading exchange(Query query, Patience patience, Watcher watcher) throws IOException {
    var deadline = Deadline.in(patience.timeout());
    try (var channel = SocketChannel.open()) {
      var socket = channel.socket();
      socket.connect(endpoint.socketAddress(), deadline.millisLeft());
      // RFC 7766, 8: length and message in one write, so that they travel in one segment.
      socket.getOutputStream().write(framed(query.toWire()));
      while (true) {
        var reading = query.read(receive(socket, deadline));
        if (!(reading instanceof Reading.Foreign foreign)) {
          return reading;
        }
        watcher.dropped(foreign);
      }
    }
  }

  private static byte[] framed(byte[] message) {
    return ByteBuffer.allocate(Short.BYTES + message.length)
        .putShort((short) message.length)
        .put(message)
        .array();
  }

  private static byte[] receive(Socket socket, Deadline deadline) throws IOException {
    var length = ByteBuffer.wrap(receive(socket, Short.BYTES, deadline)).getShort();
    return receive(socket, Short.toUnsignedInt(length), deadline);
  }

  private static byte[] receive(Socket socket, int count, Deadline deadline) throws IOException {
    InputStream in = socket.getInputStream();
    var octets = new byte[count];
    var have = 0;
    while (have < count) {
      socket.setSoTimeout(deadline.millisLeft());
      var more = in.read(octets, have, count - have);
      if (more < 0) {
        throw new EOFException("connection closed before the answer was there");
      }
      have += more;
    }
    return octets;
  }
}
