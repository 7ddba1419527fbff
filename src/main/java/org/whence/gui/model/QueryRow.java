package org.whence.gui.model;

import java.time.Duration;
import java.util.Optional;
import org.whence.dns.Exchange;

/// One question to DNS as the table of queries shows it.
///
/// @param path the step that asked
/// @param number its place in the order asked, from 1
/// @param name the name, real, without the root dot
/// @param type the record type
/// @param exchange what came of it; absent while it is open
/// @param stopped whether the run was stopped before an answer came
public record QueryRow(
    String path,
    int number,
    String name,
    String type,
    Optional<Exchange> exchange,
    boolean stopped) {

  /// Whether an answer is still awaited.
  public boolean open() {
    return exchange.isEmpty() && !stopped;
  }

  /// Whether the answer came from the cache.
  public boolean cached() {
    return exchange.filter(Exchange::cached).isPresent();
  }

  /// How long it took; zero while it is open.
  public Duration took() {
    return exchange.map(Exchange::took).orElse(Duration.ZERO);
  }

  QueryRow with(Exchange answer) {
    return new QueryRow(path, number, name, type, Optional.of(answer), stopped);
  }

  QueryRow withStopped() {
    return new QueryRow(path, number, name, type, exchange, true);
  }
}
