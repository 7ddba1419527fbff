package org.whence.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Query.Reading;
import org.whence.dns.StreamConnection.Plan;

/// Connections, plain (RFC 1035, 4.2.2; RFC 7766) or encrypted (RFC 7858). One is kept and shared
/// by all queries; see [StreamConnection].
///
/// Servers may close a connection at any time; what they have not answered by then is asked again
/// over a new one (RFC 7766, 6.2.4), as long as they answered anything. One that closes behind its
/// first answer although more was asked does not know of pipelining: from then on each query has a
/// connection of its own.
final class StreamTransport implements Transport {
  private static final int MOST_RECONNECTIONS = 3;

  private final String server;
  private final Plan plan;
  private final Set<StreamConnection> open = ConcurrentHashMap.newKeySet();
  private @Nullable StreamConnection current;
  private volatile boolean shares = true;

  StreamTransport(String server, Plan plan) {
    this.server = server;
    this.plan = plan;
  }

  /// Over TCP, in the clear.
  static StreamTransport tcp(Endpoint endpoint) {
    return new StreamTransport(
        endpoint.uri("tcp"), new Plan(Dialer.tcp(endpoint), false, StreamConnection.IDLE));
  }

  /// Over TLS (RFC 7858), with queries padded.
  static StreamTransport tls(String server, TlsDialer dialer) {
    return new StreamTransport(server, new Plan(dialer, true, StreamConnection.IDLE));
  }

  /// A query at its connection.
  private record Joined(StreamConnection connection, Waiting waiting) implements AutoCloseable {
    @Override
    public void close() {
      waiting.close();
      connection.left();
    }
  }

  @Override
  public String server() {
    return server;
  }

  @Override
  public Reading exchange(Query query, Patience patience, Watcher watcher) throws IOException {
    var deadline = Deadline.in(patience.timeout());
    for (var reconnections = 0; ; reconnections++) {
      try (var joined = join(query, deadline)) {
        try {
          return exchange(joined, deadline, watcher);
        } catch (InterruptedIOException timeoutOrInterruption) {
          throw timeoutOrInterruption;
        } catch (IOException e) {
          if (reconnections == MOST_RECONNECTIONS || !isWorthAnother(joined.connection())) {
            throw e;
          }
          watcher.reconnected();
        }
      }
    }
  }

  /// Whether another connection may bring what this one did not: where it brought anything, or was
  /// asked more than the server can bear.
  private boolean isWorthAnother(StreamConnection connection) {
    if (connection.wasCrowded() && connection.wasConnected() && connection.answers() <= 1) {
      // The end may have come so abruptly that not even the first answer got through.
      shares = false;
      return true;
    }
    return connection.answers() > 0;
  }

  private static Reading exchange(Joined joined, Deadline deadline, Watcher watcher)
      throws IOException {
    var waiting = joined.waiting();
    var sent = System.nanoTime();
    waiting.send();
    while (true) {
      var octets = waiting.take(deadline);
      if (octets == null) {
        throw timeout(joined.connection(), sent);
      }
      var reading = waiting.query().read(octets);
      if (!(reading instanceof Reading.Foreign foreign)) {
        return reading;
      }
      watcher.dropped(foreign);
    }
  }

  /// A connection on which nothing came for a whole timeout is not used for anything new.
  private static SocketTimeoutException timeout(StreamConnection connection, long sent) {
    if (!connection.wasConnected()) {
      return new SocketTimeoutException(StreamConnection.NOT_READY);
    }
    if (connection.isSilentSince(sent)) {
      connection.retire();
    }
    return new SocketTimeoutException();
  }

  private synchronized Joined join(Query query, Deadline deadline) {
    var known = shares ? current : null;
    if (known != null) {
      var waiting = known.join(query);
      if (waiting.isPresent()) {
        return new Joined(known, waiting.get());
      }
    }
    var fresh = new StreamConnection(plan, deadline, open::remove);
    var joined = new Joined(fresh, fresh.join(query).orElseThrow());
    if (!shares) {
      fresh.retire();
    }
    current = fresh;
    open.add(fresh);
    fresh.start();
    return joined;
  }

  @Override
  public void close() {
    var left = Set.copyOf(open);
    left.forEach(each -> each.end(new IOException("closed")));
    try {
      for (var each : left) {
        each.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
