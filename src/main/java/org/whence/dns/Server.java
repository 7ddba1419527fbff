package org.whence.dns;

import java.util.Optional;

/// A server, and the ways to it.
///
/// @param first how it is asked
/// @param whole how it is asked again where its answer was cut short; empty where it cannot be
record Server(Transport first, Optional<Transport> whole) {
  /// Asked with datagrams, and over TCP where these are too small (RFC 7766, 5).
  static Server udp(Endpoint endpoint) {
    return new Server(new UdpTransport(endpoint), Optional.of(new TcpTransport(endpoint)));
  }

  /// Asked over TCP alone.
  static Server tcp(Endpoint endpoint) {
    return new Server(new TcpTransport(endpoint), Optional.empty());
  }
}
