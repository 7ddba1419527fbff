package org.whence.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One request to one address (RFC 9112). The server's name goes into the handshake and into the
/// check of its certificate, and is not looked up again.
final class Connection {
  /// How long a document may take, and each part of it may be waited for.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MAX_HEADER = 16 * 1024;

  private Connection() {}

  /// An answer.
  ///
  /// @param whole whether the content is all of it
  record Reply(int status, ByteArrayOutputStream content, boolean whole) {}

  /// Asks for a document.
  ///
  /// @param most how many octets of the content are read
  /// @throws IOException where the server cannot be reached or does not answer as it should
  static Reply get(Target target, InetSocketAddress at, SSLSocketFactory factory, int most)
      throws IOException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    try (var plain = new Socket()) {
      plain.connect(at, (int) PATIENCE.toMillis());
      try (var socket =
          (SSLSocket) factory.createSocket(plain, target.hostText(), at.getPort(), true)) {
        socket.setSoTimeout((int) PATIENCE.toMillis());
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
        return reply(socket.getInputStream(), most, end);
      }
    }
  }

  private static Reply reply(InputStream in, int most, long end) throws IOException {
    var header = header(in, end);
    var lines = header.split("\r\n", -1);
    var words = lines[0].split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[0-9]{3}")) {
      throw new IOException("no answer of HTTP");
    }
    var chunked = header.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked");
    var content = new ByteArrayOutputStream();
    var whole = chunked ? chunks(in, content, most, end) : copy(in, content, most, most, end);
    return new Reply(Integer.parseInt(words[1]), content, whole);
  }

  private static String header(InputStream in, long end) throws IOException {
    var header = new StringBuilder();
    while (header.indexOf("\r\n\r\n", Math.max(0, header.length() - 4)) < 0) {
      header.append((char) next(in, end));
      if (header.length() > MAX_HEADER) {
        throw new IOException("a header without an end");
      }
    }
    return header.toString();
  }

  private static int next(InputStream in, long end) throws IOException {
    if (System.nanoTime() > end) {
      throw new IOException("took longer than " + PATIENCE.toSeconds() + " s");
    }
    var octet = in.read();
    if (octet < 0) {
      throw new IOException("ended too early");
    }
    return octet;
  }

  /// RFC 9112, 7.1.
  private static boolean chunks(InputStream in, ByteArrayOutputStream content, int most, long end)
      throws IOException {
    while (true) {
      var line = new StringBuilder();
      while (line.indexOf("\n") < 0) {
        line.append((char) next(in, end));
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
        copy(in, content, most - content.size(), most, end);
        return false;
      }
      for (var i = 0; i < size; i++) {
        content.write(next(in, end));
      }
      next(in, end);
      next(in, end);
    }
  }

  /// Whether the content ended within the limit.
  private static boolean copy(
      InputStream in, ByteArrayOutputStream content, int count, int most, long end)
      throws IOException {
    for (var i = 0; i < count; i++) {
      if (System.nanoTime() > end) {
        throw new IOException("took longer than " + PATIENCE.toSeconds() + " s");
      }
      var octet = in.read();
      if (octet < 0) {
        return true;
      }
      content.write(octet);
    }
    return content.size() < most || in.read() < 0;
  }
}
