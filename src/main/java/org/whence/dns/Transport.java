package org.whence.dns;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.whence.dns.Query.Reading;

/// One way to one server: carries a query there and brings back what answers it.
interface Transport {
  /// The server as a URI such as `udp://192.0.2.53:53`.
  String server();

  /// Sends a query, and waits until something has come that answers it. What does not is dropped,
  /// and the waiting goes on.
  ///
  /// @param timeout from now until what answers has come
  /// @param dropped hears of each message that does not answer the query
  /// @return a [Reading.Matching] or a [Reading.Unreadable]
  /// @throws java.net.SocketTimeoutException if nothing answered in time
  /// @throws IOException if the server cannot be reached; also, at once, when the calling thread is
  ///   interrupted, whose interrupt status is then set
  Reading exchange(Query query, Duration timeout, Consumer<Reading.Foreign> dropped)
      throws IOException;
}
