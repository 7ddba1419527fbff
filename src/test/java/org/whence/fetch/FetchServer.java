package org.whence.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.whence.TestAuthority;

/// A server on loopback, which only a test may fetch from: it gives everybody one answer.
public final class FetchServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(50);

  private final TestAuthority authority;
  private final SSLServerSocket socket;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /// @param name whose certificate it shows
  /// @param answer all of it, with its header
  public FetchServer(String name, String answer) throws Exception {
    authority = new TestAuthority("test");
    socket =
        (SSLServerSocket)
            authority
                .issue(name)
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(answer));
  }

  private void serve(String answer) {
    while (!socket.isClosed()) {
      try (var client = (SSLSocket) socket.accept()) {
        var request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
          request.append((char) client.getInputStream().read());
        }
        requests.add(request.toString());
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
      } catch (IOException told) {
        // The client does not like what it sees; what it makes of that is held against the test.
      }
    }
  }

  /// How to fetch from it and from nobody else.
  public HttpsFetch fetch() throws Exception {
    return new HttpsFetch(reach(authority, socket.getLocalPort(), PATIENCE));
  }

  /// What came, request by request.
  public List<String> requests() {
    return requests;
  }

  static HttpsFetch.Reach reach(TestAuthority authority, int port, Duration patience)
      throws Exception {
    return new HttpsFetch.Reach(trusting(authority), port, _ -> false, patience);
  }

  private static SSLSocketFactory trusting(TestAuthority authority) throws Exception {
    var pem = new ByteArrayInputStream(authority.pem().getBytes(StandardCharsets.US_ASCII));
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(
        "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
