package org.whence.dns;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Consumer;

/// Makes connections to one server.
@FunctionalInterface
interface Dialer {
  /// Connects, and does what must be done before the first query can be sent.
  ///
  /// @param opened hears of the system's socket before it is connected, so that another thread can
  ///   close it; everything that waits here then ends
  /// @param until when to give up; a server that is slow in small steps may take longer, until that
  ///   other thread closes the socket
  Socket dial(Consumer<Socket> opened, Deadline until) throws IOException;

  /// Connects over TCP, in the clear.
  static Dialer tcp(Endpoint endpoint) {
    return (opened, until) -> {
      var socket = new Socket();
      opened.accept(socket);
      // Queries are small and pipelined: none should wait for the acknowledgement of another.
      socket.setTcpNoDelay(true);
      socket.connect(endpoint.socketAddress(), until.millisLeft());
      return socket;
    };
  }
}
