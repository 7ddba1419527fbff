package org.whence.dns;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;

/// Connects over TLS (RFC 7858). The server must show a certificate of an authority that is trusted
/// and for its name (RFC 8310, 8.1), or nothing is sent: there is no way back to clear text.
///
/// @param name as whom the server must show itself; without one, as its address
record TlsDialer(Endpoint endpoint, Optional<String> name, Trust trust) implements Dialer {
  @Override
  public Socket dial(Consumer<Socket> opened, Deadline until) throws IOException {
    var below = Dialer.tcp(endpoint).dial(opened, until);
    var expected = name.orElse(endpoint.hostText());
    var factory = trust.context(expected).getSocketFactory();
    var socket = (SSLSocket) factory.createSocket(below, expected, endpoint.port(), true);
    socket.setSSLParameters(Trust.strict(socket.getSSLParameters()));
    try {
      socket.startHandshake();
    } catch (IOException e) {
      throw explained(e);
    }
    return socket;
  }

  /// What went wrong, in words that name what to do.
  static IOException explained(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return new FinalTrouble(String.valueOf(cause.getMessage()), e);
      }
      if (cause instanceof SocketException || cause instanceof EOFException) {
        return new IOException("the connection was closed during the TLS handshake", e);
      }
    }
    var message = String.valueOf(e.getMessage());
    // The JDK has one text for each of its two engines.
    if (message.contains("nrecognized SSL message")) {
      return new FinalTrouble("it does not speak TLS at this port", e);
    }
    if (message.contains("protocol_version") || message.contains("protocol version")) {
      return new FinalTrouble("it offers no TLS 1.2 or newer", e);
    }
    return new IOException("TLS: " + message, e);
  }
}
