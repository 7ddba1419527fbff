package org.whence.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One request to one address (RFC 9112). The server's name goes into the handshake and into the
/// check of its certificate, and is not looked up again.
///
/// @param factory whom is trusted
/// @param port the servers' port
/// @param patience how long all of it may take
record Connection(SSLSocketFactory factory, int port, Duration patience) implements Server {
  @Override
  public Fetched.Reply ask(Target target, InetAddress at, InstantSource clock)
      throws InterruptedException {
    var asked = clock.instant();
    Fetched.Came came;
    try {
      came = get(target, new InetSocketAddress(at, port), HttpsFetch.MAX_SIZE);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      came = new Fetched.Came.Trouble(String.valueOf(e.getMessage()));
    }
    return new Fetched.Reply(at, asked, Duration.between(asked, clock.instant()), came);
  }

  /// Asks for a document.
  ///
  /// @param most how many octets of the content are read
  /// @throws IOException where the server cannot be reached or does not answer as it should
  private Fetched.Came get(Target target, InetSocketAddress at, int most) throws IOException {
    try (var plain = new Socket();
        var alarm = new Alarm(plain, patience)) {
      try {
        plain.connect(at, (int) patience.toMillis());
        return ask(target, plain, most);
      } catch (IOException e) {
        throw alarm.hasRung()
            ? new IOException("took longer than " + patience.toSeconds() + " s", e)
            : e;
      }
    }
  }

  private Fetched.Came ask(Target target, Socket plain, int most) throws IOException {
    var at = plain.getPort();
    try (var socket = (SSLSocket) factory.createSocket(plain, target.hostText(), at, true)) {
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setServerNames(List.of(new SNIHostName(target.hostText())));
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      var request =
          "GET %s HTTP/1.1\r\nHost: %s\r\n".formatted(target.path(), target.hostText())
              + "User-Agent: Whence\r\nAccept: */*\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new HttpAnswer(socket.getInputStream(), most).read();
    }
  }
}
