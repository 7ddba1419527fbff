package org.whence.hop;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.ip.SpecialUse;
import org.whence.mail.Hop;
import org.whence.mail.MailDate;
import org.whence.mail.Protocol;
import org.whence.mail.Received;

/// Reads the steps of one way in turn, oldest first, and keeps in mind what came before.
final class StepReader {
  /// How far a clock may be ahead before a stamp is told to be in the future.
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final WayRequest request;
  private final Clocks clocks;
  private final Hosts hosts;
  private final Neighbours neighbours;
  private final Visits visits;
  private @Nullable Hop before;
  private @Nullable Hop stampedBefore;

  StepReader(WayRequest request, Clocks clocks, Hosts hosts) {
    this.request = request;
    this.clocks = clocks;
    this.hosts = hosts;
    this.neighbours = new Neighbours(hosts, request.related());
    this.visits = new Visits(request, hosts);
  }

  HopNotes read(Hop hop) {
    var step = hop.received();
    var findings = new ArrayList<Finding>();
    time(hop, findings);
    clock(hop, findings);
    var continuity = hop.relay() ? continuity(hop, findings) : Continuity.WITHIN;
    var protection = hop.relay() ? Protection.of(step) : Protection.WITHIN;
    if (hop.relay()) {
      protection(protection, step, findings);
      protocol(step, findings);
    }
    special(step, findings);
    var service = service(hop, findings);
    var notes = new HopNotes(hop, continuity, protection, clocks.ahead(step), service, findings);
    before = hop.relay() ? hop : before;
    stampedBefore = Clocks.moment(step).isPresent() ? hop : stampedBefore;
    return notes;
  }

  private void time(Hop hop, List<Finding> findings) {
    var date = hop.received().date();
    var moment = date.flatMap(MailDate::instant);
    if (moment.isEmpty()) {
      findings.add(
          date.isEmpty()
              ? WayReader.finding(HopReason.NO_DATE)
              : WayReader.finding(HopReason.NO_OFFSET, Value.of(date.get().local().toString())));
      return;
    }
    var at = Value.of(moment.get().toString());
    var offset = date.flatMap(MailDate::offset).filter(zone -> !zone.equals(ZoneOffset.UTC));
    var written = Value.of(offset.map(ZoneOffset::toString).orElse(""));
    if (hop.delay().isEmpty() || stampedBefore == null) {
      findings.add(WayReader.finding(HopReason.FIRST, at, written));
    } else if (hop.delay().get().isNegative()) {
      var other = Value.of(hosts.stamp(stampedBefore.received()).orElse(""));
      var span = Value.of(hop.delay().get().negated().toSeconds());
      findings.add(WayReader.finding(HopReason.BEFORE, span, other, at, written));
    } else {
      var span = Value.of(hop.delay().get().toSeconds());
      findings.add(WayReader.finding(HopReason.AFTER, span, at, written));
    }
    var ahead = Duration.between(request.now(), moment.get());
    if (ahead.compareTo(TOLERANCE) > 0) {
      findings.add(WayReader.finding(HopReason.IN_FUTURE, Value.of(ahead.toSeconds())));
    }
  }

  private void clock(Hop hop, List<Finding> findings) {
    var host = hosts.stamp(hop.received()).map(Value::of);
    var ahead = clocks.ahead(hop.received()).orElse(Duration.ZERO);
    if (host.isPresent() && !ahead.isZero()) {
      var reason = ahead.isNegative() ? HopReason.CLOCK_BEHIND : HopReason.CLOCK_AHEAD;
      findings.add(WayReader.finding(reason, host.get(), Value.of(ahead.abs().toSeconds())));
    }
    visits.turnedBack(hop).ifPresent(findings::add);
  }

  private Continuity continuity(Hop hop, List<Finding> findings) {
    var older = before;
    if (older == null) {
      visits.loop(hop).ifPresent(findings::add);
      return Continuity.BEGIN;
    }
    var continuity = neighbours.of(older.received(), hop.received());
    if (continuity == Continuity.GAP) {
      findings.add(
          WayReader.finding(
              HopReason.GAP,
              Value.domain(hosts.stamp(older.received()).orElse("")),
              client(hop.received()),
              Value.of(older.number().orElse(0))));
      visits.outOfOrder(older, hop).ifPresent(findings::add);
    }
    visits.loop(hop).ifPresent(findings::add);
    return continuity;
  }

  private Value client(Received step) {
    return hosts.clients(step).stream()
        .findFirst()
        .<Value>map(Value::domain)
        .or(() -> step.fromIp().map(Value::of))
        .orElse(Value.of(""));
  }

  private static void protection(Protection told, Received step, List<Finding> findings) {
    var with = Value.of(step.with().orElse(""));
    if (told == Protection.CLEAR) {
      findings.add(WayReader.finding(HopReason.CLEAR, with));
    } else if (told == Protection.TLS || told == Protection.WEAK) {
      var version = Value.of(step.tlsVersion().orElse(""));
      var cipher = Value.of(step.tlsCipher().orElse(""));
      findings.add(WayReader.finding(HopReason.TLS, version, cipher, with));
      if (Protection.isOld(step)) {
        findings.add(WayReader.finding(HopReason.TLS_OLD, version));
      }
      if (Protection.isWeak(step)) {
        findings.add(WayReader.finding(HopReason.TLS_WEAK, cipher));
      }
    }
  }

  private static void protocol(Received step, List<Finding> findings) {
    var protocol = Protection.protocol(step);
    var name = Value.of(protocol.map(Protocol::name).orElse(""));
    if (step.authenticated()) {
      var user = step.auth().filter(who -> !who.equals("authenticated")).orElse("");
      findings.add(WayReader.finding(HopReason.AUTHENTICATED, Value.of(user), name));
    }
    if (protocol.filter(Protocol::utf8).isPresent()) {
      findings.add(WayReader.finding(HopReason.UTF8, name));
    }
  }

  /// The client's address is told of by IPREV.
  private static void special(Received step, List<Finding> findings) {
    step.byIp()
        .flatMap(ip ->
            SpecialUse.of(ip)
                .map(use ->
                    WayReader.finding(
                        HopReason.SPECIAL_SERVER,
                        Value.of(ip),
                        Value.of(use.block().toString()),
                        Value.of(use.name()),
                        Value.of(use.rfc()))))
        .ifPresent(findings::add);
  }

  private Optional<Service> service(Hop hop, List<Finding> findings) {
    var step = hop.received();
    var server = hosts.server(step).flatMap(Services.bundled()::of);
    // What a server looked up counts, not what the client said.
    var client =
        step.mayBeForged()
            ? Optional.<Service>empty()
            : step.fromRdns().flatMap(name -> Services.bundled().of(Hosts.plain(name)));
    if (server.isPresent()) {
      findings.add(told(server.get(), step.by().orElse("")));
    }
    if (client.isPresent() && !client.equals(server)) {
      findings.add(told(client.get(), step.fromRdns().orElse("")));
    }
    if (request.border().filter(index -> index == hop.index()).isPresent()) {
      client
          .filter(found -> found.kind().relays())
          .ifPresent(found ->
              findings.add(
                  WayReader.finding(
                      HopReason.RELAY_AT_LINE,
                      Value.of(found.operator()),
                      Value.domain(step.fromRdns().orElse("")))));
    }
    return server.isPresent() ? server : client;
  }

  private static Finding told(Service service, String name) {
    return WayReader.finding(
        service.kind().reason(), Value.of(service.operator()), Value.domain(name));
  }
}
