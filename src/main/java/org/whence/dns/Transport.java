package org.whence.dns;

import java.io.IOException;
import org.whence.dns.Query.Reading;

/// One way to one server: carries a query there and brings back what answers it. Closing ends what
/// it keeps open for further queries: those under way fail, and a later one opens what it needs.
interface Transport extends AutoCloseable {
  /// Hears what happens while a query is under way, on the thread that waits for it.
  interface Watcher {
    /// Something came that does not answer the query, and was dropped.
    void dropped(Reading.Foreign foreign);

    /// Nothing came for a while, and the same octets were sent again.
    void sentAgain();

    /// The server closed the connection before it answered, and the query was sent over a new one.
    void reconnected();
  }

  /// The server as a URI such as `udp://192.0.2.53:53`.
  String server();

  /// Sends a query, and waits until something has come that answers it. What does not is dropped,
  /// and the waiting goes on.
  ///
  /// @return a [Reading.Matching], a [Reading.OtherCase] or a [Reading.Unreadable]
  /// @throws java.net.SocketTimeoutException if nothing answered in time
  /// @throws IOException if the server cannot be reached; also, at once, when the calling thread is
  ///   interrupted, whose interrupt status is then set
  Reading exchange(Query query, Patience patience, Watcher watcher) throws IOException;

  @Override
  default void close() {}
}
