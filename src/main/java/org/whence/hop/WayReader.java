package org.whence.hop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.mail.Hop;

/// Holds the steps of a way against each other. Stateless, for any thread; never throws on what a
/// message says.
public final class WayReader {
  private WayReader() {}

  /// Looks at a way.
  public static Way read(WayRequest request) {
    var hosts = new Hosts();
    var clocks = new Clocks(request.chain().hops(), hosts);
    var steps = new StepReader(request, clocks, hosts);
    var notes = request.chain().oldestFirst().stream().map(steps::read).toList().reversed();
    var took = took(request, clocks);
    return new Way(notes, clocks.all(), took, whole(request, notes, took));
  }

  private static Optional<Duration> took(WayRequest request, Clocks clocks) {
    var moments =
        request.chain().hops().stream().flatMap(hop -> clocks.moment(hop).stream()).toList();
    return moments.size() < 2
        ? Optional.empty()
        : Optional.of(Duration.between(moments.getLast(), moments.getFirst()))
            .filter(span -> !span.isNegative());
  }

  private static List<Finding> whole(
      WayRequest request, List<HopNotes> notes, Optional<Duration> took) {
    var findings = new ArrayList<Finding>();
    var relays = notes.stream().filter(each -> each.hop().relay()).map(HopNotes::protection);
    var protections = relays.toList();
    if (!protections.isEmpty()) {
      var tls =
          protections.stream().filter(p -> p == Protection.TLS || p == Protection.WEAK).count();
      var clear = protections.stream().filter(p -> p == Protection.CLEAR).count();
      findings.add(
          finding(HopReason.WAY, Value.of(protections.size()), Value.of(tls), Value.of(clear)));
    }
    took.ifPresent(span -> findings.add(finding(HopReason.TOOK, Value.of(span.toSeconds()))));
    var hops = request.chain().hops().stream().filter(Hop::relay).toList();
    findings.addAll(Forwarding.of(request.message(), hops));
    return findings;
  }

  static Finding finding(HopReason reason, Value... values) {
    return new Finding(reason, List.of(values));
  }
}
