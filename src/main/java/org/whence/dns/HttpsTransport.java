package org.whence.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Query.Reading;

/// DNS over HTTPS (RFC 8484): one request a query, over connections that the JDK's client keeps and
/// shares (HTTP/2, or HTTP/1.1 with servers that have nothing newer). Queries are padded.
///
/// dnsjava's client is not used: it takes no authority of the user's, looks the server's name up
/// itself, holds no answer against its question, and keeps no octets.
final class HttpsTransport implements Transport {
  private static final String DNS_MESSAGE = "application/dns-message";

  /// What servers bear on a connection (RFC 9113, 6.5.2, asks for 100 at least); the JDK's client
  /// fails beyond.
  private static final int MOST_STREAMS = 100;

  private static final int LARGEST_MESSAGE = 65_535;
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final HttpsUri uri;
  private final Trust trust;
  private final Semaphore streams = new Semaphore(MOST_STREAMS, true);
  private final Semaphore first = new Semaphore(1, true);
  private volatile boolean connected;
  private @Nullable Client client;

  HttpsTransport(HttpsUri uri, Trust trust) {
    this.uri = uri;
    this.trust = trust;
  }

  /// The JDK's client, and the threads that it works with.
  private record Client(HttpClient http, ExecutorService threads) {}

  /// Something that takes its time.
  private interface Work<T> {
    Future<T> begin() throws IOException;
  }

  @Override
  public String server() {
    return uri.canonical();
  }

  @Override
  public Reading exchange(Query query, Patience patience, Watcher watcher) throws IOException {
    var deadline = Deadline.in(patience.timeout());
    var response = send(query, deadline);
    var reading = query.read(message(response), date(response));
    if (!(reading instanceof Reading.Foreign foreign)) {
      return reading;
    }
    // Nothing more comes for this request.
    watcher.dropped(foreign);
    return new Reading.Unreadable(foreign.response());
  }

  private HttpResponse<byte[]> send(Query query, Deadline deadline) throws IOException {
    enter(streams, deadline);
    try {
      if (connected) {
        return sendAlone(query, deadline);
      }
      // The client would open a connection for each request until it has one to share.
      enter(first, deadline);
      try {
        var response = sendAlone(query, deadline);
        connected = true;
        return response;
      } finally {
        first.release();
      }
    } finally {
      streams.release();
    }
  }

  private HttpResponse<byte[]> sendAlone(Query query, Deadline deadline) throws IOException {
    var client = client();
    if (uri.isLookedUp()) {
      var host = uri.host();
      await(deadline, () -> client.threads().submit(() -> InetAddress.getAllByName(host)));
    }
    var request =
        HttpRequest.newBuilder(uri.target())
            .header("Content-Type", DNS_MESSAGE)
            .header("Accept", DNS_MESSAGE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(query.toPaddedWire()))
            .build();
    var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_MESSAGE);
    return await(deadline, () -> client.http().sendAsync(request, body));
  }

  private static Optional<Instant> date(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Date").flatMap(HttpDate::read);
  }

  private byte[] message(HttpResponse<byte[]> response) throws IOException {
    var status = response.statusCode();
    var type = response.headers().firstValue("Content-Type").orElse("");
    if (status == 200 && type.equalsIgnoreCase(DNS_MESSAGE)) {
      return response.body();
    }
    if (status == 200) {
      throw new FinalTrouble("it answers with '" + type + "', not with DNS; is the path right?");
    }
    if (status / 100 == 3) {
      var elsewhere = response.headers().firstValue("Location").orElse("elsewhere");
      throw new FinalTrouble("HTTP status " + status + ": it is at " + elsewhere);
    }
    // RFC 9110, 15.5 and 15.6; RFC 6585, 4: too many requests.
    if (status / 100 == 5 || status == 429) {
      throw new IOException("HTTP status " + status);
    }
    throw new FinalTrouble("HTTP status " + status + "; is the path right?");
  }

  private static void enter(Semaphore place, Deadline deadline) throws IOException {
    try {
      if (!place.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
        throw new SocketTimeoutException(StreamConnection.NOT_READY);
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException();
  }

  private <T> T await(Deadline deadline, Work<T> work) throws IOException {
    var future = work.begin();
    try {
      return future.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (TimeoutException e) {
      throw new SocketTimeoutException();
    } catch (ExecutionException e) {
      throw trouble(e.getCause());
    } finally {
      // Ends what was given up, and nothing else.
      future.cancel(true);
    }
  }

  private IOException trouble(@Nullable Throwable cause) {
    for (var each = cause; each != null; each = each.getCause()) {
      if (each instanceof SSLException e) {
        return TlsDialer.explained(e);
      }
    }
    return switch (cause) {
      case HttpTimeoutException e -> new SocketTimeoutException(e.getMessage());
      case UnknownHostException e ->
          new IOException(
              "this system finds no address of "
                  + uri.host()
                  + "; write one behind the URI: #ADDRESS",
              e);
      case IOException e -> new IOException(words(e), e);
      case null, default -> throw new IllegalStateException(cause);
    };
  }

  /// The JDK's client wraps what the system said, often without words of its own.
  private static String words(IOException e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof IOException && each.getMessage() != null) {
        return OneLine.of(each.getMessage());
      }
    }
    return e instanceof ConnectException ? "Connection refused, or no way there" : OneLine.cause(e);
  }

  private synchronized Client client() throws IOException {
    if (client == null) {
      var threads =
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("whence-https").factory());
      var http =
          HttpClient.newBuilder()
              .executor(threads)
              .proxy(HttpClient.Builder.NO_PROXY)
              .followRedirects(HttpClient.Redirect.NEVER)
              .sslContext(trust.context(uri.name()))
              .sslParameters(parameters())
              .build();
      client = new Client(http, threads);
    }
    return client;
  }

  private SSLParameters parameters() {
    var parameters = Trust.strict(new SSLParameters());
    if (uri.at().isPresent() && Endpoint.address(uri.name()).isEmpty()) {
      parameters.setServerNames(List.of(new SNIHostName(uri.name())));
    }
    return parameters;
  }

  @Override
  public void close() {
    Client left;
    synchronized (this) {
      left = client;
      client = null;
      connected = false;
    }
    if (left == null) {
      return;
    }
    left.http().shutdownNow();
    left.threads().shutdownNow();
    try {
      var _ = left.http().awaitTermination(LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
