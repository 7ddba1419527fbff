package org.whence.hop;

import java.time.Duration;
import java.time.Instant;
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
    var notes = new ArrayList<HopNotes>();
    for (var hop : request.chain().oldestFirst()) {
      notes.add(steps.read(hop));
    }
    var took = took(request, clocks);
    return new Way(notes.reversed(), clocks.all(), took, whole(request, notes, took));
  }

  private static Optional<Duration> took(WayRequest request, Clocks clocks) {
    var moments = new ArrayList<Instant>();
    for (var hop : request.chain().hops()) {
      clocks.moment(hop).ifPresent(moments::add);
    }
    return moments.size() < 2
        ? Optional.empty()
        : Optional.of(Duration.between(moments.getLast(), moments.getFirst()))
            .filter(span -> !span.isNegative());
  }

  private static List<Finding> whole(
      WayRequest request, List<HopNotes> notes, Optional<Duration> took) {
    var findings = new ArrayList<Finding>();
    var relays = 0;
    var tls = 0;
    var clear = 0;
    for (var each : notes) {
      relays += each.hop().relay() ? 1 : 0;
      tls += isTls(each) ? 1 : 0;
      clear += each.protection() == Protection.CLEAR ? 1 : 0;
    }
    if (relays > 0) {
      findings.add(finding(HopReason.WAY, Value.of(relays), Value.of(tls), Value.of(clear)));
    }
    took.ifPresent(span -> findings.add(finding(HopReason.TOOK, Value.of(span.toSeconds()))));
    var hops = request.chain().hops().stream().filter(Hop::relay).toList();
    findings.addAll(Forwarding.of(request.message(), hops));
    return findings;
  }

  /// Of steps that are no relays, none is told to be protected or in the clear.
  private static boolean isTls(HopNotes notes) {
    return notes.protection() == Protection.TLS || notes.protection() == Protection.WEAK;
  }

  static Finding finding(HopReason reason, Value... values) {
    return new Finding(reason, List.of(values));
  }
}
