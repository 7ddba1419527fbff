package org.whence.dns;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.whence.dns.Query.Reading;

/// Datagrams (RFC 1035, 4.2.1).
///
/// Queries share one socket at a time, on a port that the system makes hard to guess (RFC 5452,
/// 9.2; RFC 6056) and that is left for another one every few seconds; a socket for each query would
/// cost more than all else. See [UdpSocket] for what happens there.
final class UdpTransport implements Transport {
  private final ReentrantLock lock = new ReentrantLock();
  private final Endpoint endpoint;
  private final String server;
  private final Duration life;
  private @Nullable UdpSocket current;

  UdpTransport(Endpoint endpoint) {
    this(endpoint, UdpSocket.LIFE);
  }

  /// @param life how long one port is used for new queries
  UdpTransport(Endpoint endpoint, Duration life) {
    this.endpoint = endpoint;
    this.server = endpoint.uri("udp");
    this.life = life;
  }

  @Override
  public String server() {
    return server;
  }

  @Override
  public Reading exchange(Query query, Patience patience, Watcher watcher) throws IOException {
    var deadline = Deadline.in(patience.timeout());
    try (var waiting = join(query)) {
      var pause = patience.resendAfter();
      var resend = Deadline.in(pause);
      waiting.send();
      while (true) {
        var octets = waiting.take(deadline.earlier(resend));
        if (octets != null) {
          var reading = waiting.query().read(octets);
          if (!(reading instanceof Reading.Foreign foreign)) {
            return reading;
          }
          watcher.dropped(foreign);
        } else if (deadline.isOver()) {
          throw new SocketTimeoutException();
        } else {
          watcher.sentAgain();
          waiting.send();
          pause = pause.multipliedBy(2);
          resend = Deadline.in(pause);
        }
      }
    }
  }

  private Waiting join(Query query) throws IOException {
    lock.lock();
    try {
      var joined = current == null ? Optional.<Waiting>empty() : current.join(query);
      while (joined.isEmpty()) {
        current = UdpSocket.open(endpoint, life);
        joined = current.join(query);
      }
      return joined.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (current != null) {
        current.close();
        current = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
