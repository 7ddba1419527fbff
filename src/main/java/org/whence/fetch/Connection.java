package org.whence.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.whence.dns.HttpDate;

/// One request to one address (RFC 9112). The server's name goes into the handshake and into the
/// check of its certificate, and is not looked up again.
///
/// @param factory whom is trusted
/// @param port the servers' port
/// @param patience how long all of it may take
record Connection(SSLSocketFactory factory, int port, Duration patience) implements Server {
  private static final int MAX_HEADER = 16 * 1024;
  private static final String DATE = "date:";

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
      return reply(socket.getInputStream(), most);
    }
  }

  private static Fetched.Came reply(InputStream in, int most) throws IOException {
    var header = header(in);
    var lines = header.split("\r\n", -1);
    var words = lines[0].split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[0-9]{3}")) {
      throw new IOException("no answer of HTTP");
    }
    var chunked = header.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked");
    var content = new ByteArrayOutputStream();
    var whole = chunked ? chunks(in, content, most) : copy(in, content, most, most);
    return new Fetched.Came.Content(
        Integer.parseInt(words[1]), content.toByteArray(), whole, date(lines));
  }

  private static Optional<Instant> date(String[] lines) {
    for (var line : lines) {
      if (line.regionMatches(true, 0, DATE, 0, DATE.length())) {
        return HttpDate.read(line.substring(DATE.length()));
      }
    }
    return Optional.empty();
  }

  private static String header(InputStream in) throws IOException {
    var header = new StringBuilder();
    while (header.indexOf("\r\n\r\n", Math.max(0, header.length() - 4)) < 0) {
      header.append((char) next(in));
      if (header.length() > MAX_HEADER) {
        throw new IOException("a header without an end");
      }
    }
    return header.toString();
  }

  private static int next(InputStream in) throws IOException {
    var octet = in.read();
    if (octet < 0) {
      throw new IOException("ended too early");
    }
    return octet;
  }

  /// RFC 9112, 7.1.
  private static boolean chunks(InputStream in, ByteArrayOutputStream content, int most)
      throws IOException {
    while (true) {
      var line = new StringBuilder();
      while (line.indexOf("\n") < 0) {
        line.append((char) next(in));
        if (line.length() > 100) {
          throw new IOException("a chunk without a size");
        }
      }
      var digits = line.toString().split(";", 2)[0].strip();
      if (!digits.matches("[0-9A-Fa-f]{1,7}")) {
        throw new IOException("a chunk without a size");
      }
      var size = Integer.parseInt(digits, 16);
      if (size == 0) {
        return true;
      }
      if (content.size() + size > most) {
        copy(in, content, most - content.size(), most);
        return false;
      }
      for (var i = 0; i < size; i++) {
        content.write(next(in));
      }
      next(in);
      next(in);
    }
  }

  /// Whether the content ended within the limit.
  private static boolean copy(InputStream in, ByteArrayOutputStream content, int count, int most)
      throws IOException {
    for (var i = 0; i < count; i++) {
      var octet = in.read();
      if (octet < 0) {
        return true;
      }
      content.write(octet);
    }
    return content.size() < most || in.read() < 0;
  }
}
