package org.whence.enrichment;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Asks which networks announce an address. Of several, the smallest one is the one that its
/// packets take (RFC 4632, 5.1); the others are noted.
final class OriginCheck {
  /// How many networks are told. The number is our own.
  private static final int MAX_NETWORKS = 5;

  private final Enrichment.Origin zones;

  OriginCheck(Enrichment.Origin zones) {
    this.zones = zones;
  }

  /// Asks, in a step below the branch.
  ///
  /// @param labels the address in reverse, without the zone of reverse names
  void check(InetAddress address, String labels, Branch above) throws InterruptedException {
    var zone = address.getAddress().length == 4 ? zones.zone4() : zones.zone6();
    var step = above.open(EnrichmentTopic.ORIGIN, Value.domain(zone));
    var records = Lookup.records(labels + "." + zone, Type.TXT, step);
    if (records.isEmpty()) {
      return;
    }
    if (records.get().isEmpty()) {
      step.close(Verdict.NONE, EnrichmentReason.NOT_ANNOUNCED);
      return;
    }
    conclude(records.get(), address, step);
  }

  private void conclude(List<Record> records, InetAddress address, Branch step)
      throws InterruptedException {
    var unreadable = new ArrayList<String>();
    var networks = new ArrayList<OriginAnswer>();
    for (var record : records) {
      var text = Lookup.text(record);
      OriginAnswer.of(text, address)
          .ifPresentOrElse(networks::add, () -> unreadable.add(Columns.told(text)));
    }
    if (networks.isEmpty()) {
      step.close(Verdict.NEUTRAL, EnrichmentReason.UNREADABLE, Value.of(unreadable.getFirst()));
      return;
    }
    // The order of records means nothing, so the same answer is told the same way.
    networks.sort(
        Comparator.<OriginAnswer>comparingInt(each -> -each.prefix().prefix())
            .thenComparing(OriginAnswer::systemsText));
    for (var number : systems(networks)) {
      system(number, step);
    }
    for (var network : networks.stream().limit(MAX_NETWORKS).skip(1).toList()) {
      more(network, step);
      step.note(
          EnrichmentReason.ANNOUNCED_TOO,
          Value.of(network.prefix().toString()),
          Value.of(network.systemsText()));
    }
    for (var text : unreadable.stream().limit(MAX_NETWORKS).toList()) {
      step.note(EnrichmentReason.UNREADABLE, Value.of(text));
    }
    var first = networks.getFirst();
    more(first, step);
    step.close(
        Verdict.NEUTRAL,
        EnrichmentReason.ANNOUNCED,
        Value.of(first.prefix().toString()),
        Value.of(first.systemsText()));
  }

  private static List<String> systems(List<OriginAnswer> networks) {
    var systems = new LinkedHashSet<String>();
    networks.forEach(network -> systems.addAll(network.systems()));
    return systems.stream().limit(OriginAnswer.MAX_SYSTEMS).toList();
  }

  private static void more(OriginAnswer network, Branch step) {
    if (network.more() > 0) {
      step.note(
          EnrichmentReason.MORE_SYSTEMS,
          Value.of(network.prefix().toString()),
          Value.of(network.more()));
    }
  }

  /// `AS23028.asn.cymru.com` TXT is `23028 | US | arin | 2002-01-04 | TEAM-CYMRU, US`.
  private void system(String number, Branch step) throws InterruptedException {
    var name = Names.parse("AS" + number + "." + zones.names());
    if (name.isPresent()
        && step.ask(new Question(name.get(), Type.TXT)) instanceof Answer.Records(_, var records)) {
      var columns = Columns.of(Lookup.text(records.getFirst()));
      if (columns.size() > 4 && columns.getFirst().equals(number)) {
        step.note(
            EnrichmentReason.SYSTEM,
            Value.of("AS" + number),
            Value.of(Columns.told(columns.getLast())));
      }
    }
  }
}
