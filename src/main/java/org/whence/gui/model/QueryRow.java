package org.whence.gui.model;

import java.time.Duration;
import java.util.Optional;
import org.whence.dns.Exchange;

/// One question to DNS as the table of queries shows it.
///
/// @param path the step that asks
/// @param number its place in the order planned, from 1
/// @param name the name, real, without the root dot
/// @param type the record type
/// @param progress planned, asked, answered or stopped
/// @param since when it was asked, from the beginning of the run, in tenths of a second: exact
///   times come with the answer
/// @param exchange what came of it; absent while it is open
/// @param again whether it was asked by hand after the run
public record QueryRow(
    String path,
    int number,
    String name,
    String type,
    Progress progress,
    Duration since,
    Optional<Exchange> exchange,
    boolean again) {

  /// Whether the run was stopped before an answer came.
  public boolean stopped() {
    return progress == Progress.STOPPED;
  }

  /// Whether it was sent, and an answer is still awaited.
  public boolean open() {
    return progress == Progress.ASKED;
  }

  /// Whether the answer came from the cache.
  public boolean cached() {
    return exchange.filter(Exchange::cached).isPresent();
  }

  /// How long it took; zero while it is open.
  public Duration took() {
    return exchange.map(Exchange::took).orElse(Duration.ZERO);
  }

  static QueryRow planned(String path, int number, String name, String type) {
    return new QueryRow(
        path, number, name, type, Progress.PLANNED, Duration.ZERO, Optional.empty(), false);
  }

  QueryRow asked(Duration when) {
    return new QueryRow(path, number, name, type, Progress.ASKED, when, exchange, again);
  }

  QueryRow with(Exchange answer) {
    return new QueryRow(
        path, number, name, type, Progress.ANSWERED, since, Optional.of(answer), again);
  }

  QueryRow askedAgain(int row, Exchange answer) {
    return new QueryRow(path, row, name, type, Progress.ANSWERED, since, Optional.of(answer), true);
  }

  QueryRow withStopped() {
    return new QueryRow(path, number, name, type, Progress.STOPPED, since, exchange, again);
  }
}
