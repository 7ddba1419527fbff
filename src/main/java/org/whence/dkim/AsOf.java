package org.whence.dkim;

import java.time.Instant;
import java.util.List;
import org.whence.dns.History;

/// Other times that signatures are judged by as well. They change no verdict.
///
/// @param times such as the moment when the message came in; where there is none, the time that a
///   signature gives itself
/// @param history the keys that recordings hold
public record AsOf(List<Instant> times, History history) {
  /// No other time.
  public static final AsOf NONE = new AsOf(List.of(), History.NONE);

  public AsOf {
    times = List.copyOf(times);
  }
}
