package org.whence.hop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.mail.Hop;

/// Where a message was before, and by which names its steps follow each other.
final class Visits {
  /// How many steps between two visits are looked at.
  private static final int MAX_BETWEEN = 50;

  private final WayRequest request;
  private final Hosts hosts;
  private final Map<String, Hop> handed = new HashMap<>();
  private final Map<String, Stamp> stamps = new HashMap<>();
  private final Map<String, Integer> visited = new HashMap<>();
  private final List<Hop> passed = new ArrayList<>();

  /// The latest stamp of a host.
  private record Stamp(Instant moment, int number) {}

  Visits(WayRequest request, Hosts hosts) {
    this.request = request;
    this.hosts = hosts;
    for (var hop : request.chain().oldestFirst()) {
      if (hop.relay()) {
        hosts.clients(hop.received()).forEach(name -> handed.putIfAbsent(name, hop));
      }
    }
  }

  /// Whether the server stamped an older step later than this one.
  Optional<Finding> turnedBack(Hop hop) {
    var host = hosts.stamp(hop.received());
    var moment = Clocks.moment(hop.received());
    if (host.isEmpty() || moment.isEmpty()) {
      return Optional.empty();
    }
    var latest = stamps.get(host.get());
    if (latest == null || !moment.get().isBefore(latest.moment())) {
      stamps.put(host.get(), new Stamp(moment.get(), hop.number().orElse(0)));
      return Optional.empty();
    }
    var span = Duration.between(moment.get(), latest.moment());
    return span.compareTo(Clocks.SIGNIFICANT) < 0
        ? Optional.empty()
        : Optional.of(
            WayReader.finding(
                HopReason.TURNED_BACK,
                Value.domain(host.get()),
                Value.of(span.toSeconds()),
                Value.of(latest.number())));
  }

  /// Whether the message was at this server before, with another organization's between. A filter
  /// beside a server, which gives the message back, is no loop.
  Optional<Finding> loop(Hop hop) {
    passed.add(hop);
    var host = hosts.server(hop.received());
    if (host.isEmpty() || host.get().indexOf('.') < 0) {
      return Optional.empty();
    }
    var earlier = visited.put(host.get(), passed.size() - 1);
    return earlier == null || !isElsewhere(host.get(), earlier + 1)
        ? Optional.empty()
        : Optional.of(
            WayReader.finding(
                HopReason.LOOP,
                Value.domain(host.get()),
                Value.of(passed.get(earlier).number().orElse(0))));
  }

  private boolean isElsewhere(String host, int from) {
    var to = Math.min(passed.size() - 1, from + MAX_BETWEEN);
    return passed.subList(from, Math.max(from, to)).stream()
        .filter(step -> !Neighbours.isWithin(step.received()))
        .flatMap(step -> hosts.server(step.received()).stream())
        .anyMatch(other -> other.indexOf('.') > 0 && !request.related().test(host, other));
  }

  /// The step that a server was the client of, by its name, where that is not the one that follows.
  Optional<Finding> outOfOrder(Hop older, Hop newer) {
    return hosts
        .server(older.received())
        .filter(name -> name.indexOf('.') > 0)
        .flatMap(name ->
            Optional.ofNullable(handed.get(name))
                .filter(hop -> hop.index() != newer.index() && hop.index() != older.index())
                .map(hop ->
                    WayReader.finding(
                        HopReason.OUT_OF_ORDER,
                        Value.domain(name),
                        Value.of(hop.number().orElse(0)))));
  }
}
