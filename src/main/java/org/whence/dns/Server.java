package org.whence.dns;

import java.util.Optional;

/// A server, the ways to it, and what is learned about it while it is asked.
final class Server implements AutoCloseable {
  private final Transport first;
  private final Optional<Transport> whole;
  private final Pace pace;
  private volatile boolean mixesCase;

  /// @param first how it is asked
  /// @param whole how it is asked again where its answer was cut short or is doubted; empty where
  ///   it cannot be
  /// @param mixesCase whether names are sent in mixed case, as long as the server keeps it: where
  ///   anybody could forge an answer
  private Server(Transport first, Optional<Transport> whole, Pace pace, boolean mixesCase) {
    this.first = first;
    this.whole = whole;
    this.pace = pace;
    this.mixesCase = mixesCase;
  }

  /// Asked with datagrams, and over TCP where these are too small (RFC 7766, 5).
  static Server udp(Endpoint endpoint) {
    var tcp = Optional.<Transport>of(StreamTransport.tcp(endpoint));
    return new Server(new UdpTransport(endpoint), tcp, unlimited(), true);
  }

  /// Asked over TCP alone.
  static Server tcp(Endpoint endpoint) {
    return new Server(StreamTransport.tcp(endpoint), Optional.empty(), unlimited(), false);
  }

  /// Asked over TLS and in no other way.
  ///
  /// @param server its URI
  static Server tls(String server, TlsDialer dialer) {
    return new Server(StreamTransport.tls(server, dialer), Optional.empty(), unlimited(), false);
  }

  /// Asked over HTTPS and in no other way.
  static Server https(HttpsTransport transport) {
    return new Server(transport, Optional.empty(), unlimited(), false);
  }

  private static Pace unlimited() {
    return new Pace(ResolverSettings.IN_FLIGHT, 0);
  }

  /// The same server, asked at another pace.
  Server at(Pace other) {
    return new Server(first, whole, other, mixesCase);
  }

  Transport first() {
    return first;
  }

  Optional<Transport> whole() {
    return whole;
  }

  Pace pace() {
    return pace;
  }

  boolean mixesCase() {
    return mixesCase;
  }

  /// It was found not to keep the case of names: from now on they are sent as they are.
  void losesCase() {
    mixesCase = false;
  }

  @Override
  public void close() {
    first.close();
    whole.ifPresent(Transport::close);
  }
}
