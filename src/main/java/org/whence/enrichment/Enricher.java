package org.whence.enrichment;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.whence.ip.Addresses;
import org.whence.ip.ReverseName;
import org.whence.ip.SpecialUse;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// Asks others about addresses and domains. Stateless, for any thread.
public final class Enricher {
  /// How many systems of an address are named. The number is our own.
  private static final int MAX_SYSTEMS = 5;

  private final Enrichment wanted;

  /// @param wanted whom to ask
  public Enricher(Enrichment wanted) {
    this.wanted = wanted;
  }

  /// Asks about an address, in a step below the branch; not about one that is set aside.
  public void address(InetAddress address, Branch above) throws InterruptedException {
    if (wanted.origin().isEmpty() && wanted.lists().isEmpty()) {
      return;
    }
    var lists = wanted.lists().stream().filter(list -> !list.domains()).toList();
    if ((wanted.origin().isEmpty() && lists.isEmpty())
        || SpecialUse.of(address).filter(use -> !use.asked()).isPresent()) {
      return;
    }
    var branch = above.open(EnrichmentTopic.SUBJECT, Value.of(address));
    var reverse = Names.text(ReverseName.of(address));
    var labels = reverse.substring(0, reverse.lastIndexOf('.', reverse.lastIndexOf('.') - 1));
    if (wanted.origin().isPresent()) {
      var four = address.getAddress().length == 4;
      var from = wanted.origin().get();
      origin(labels, four ? from.zone4() : from.zone6(), from.names(), branch);
    }
    for (var list : lists) {
      list(labels, list, branch);
    }
    branch.close();
  }

  /// Asks about a domain, in a step below the branch.
  public void domain(String domain, Branch above) throws InterruptedException {
    var lists = wanted.lists().stream().filter(BlockList::domains).toList();
    if (lists.isEmpty()) {
      return;
    }
    var branch = above.open(EnrichmentTopic.SUBJECT, Value.domain(domain));
    for (var list : lists) {
      list(domain, list, branch);
    }
    branch.close();
  }

  /// `31.108.90.216.origin.asn.cymru.com` TXT is `23028 | 216.90.108.0/24 | US | arin |
  /// 1998-09-25`.
  private static void origin(String labels, String zone, String names, Branch above)
      throws InterruptedException {
    var step = above.open(EnrichmentTopic.ORIGIN, Value.domain(zone));
    var records = records(labels + "." + zone, Type.TXT, step);
    if (records.isEmpty()) {
      return;
    }
    if (records.get().isEmpty()) {
      step.close(Verdict.NONE, EnrichmentReason.NOT_ANNOUNCED);
      return;
    }
    var parts = columns(records.get().getFirst());
    if (parts.size() < 2 || !parts.getFirst().matches("[0-9]{1,10}( [0-9]{1,10})*")) {
      step.close(Verdict.NEUTRAL, EnrichmentReason.UNREADABLE, Value.of(String.join(" | ", parts)));
      return;
    }
    for (var number :
        List.of(parts.getFirst().split(" ", -1)).stream().limit(MAX_SYSTEMS).toList()) {
      system(number, names, step);
    }
    step.close(
        Verdict.NEUTRAL,
        EnrichmentReason.ANNOUNCED,
        Value.of(parts.get(1)),
        Value.of("AS" + parts.getFirst().replace(" ", " AS")));
  }

  /// `AS23028.asn.cymru.com` TXT is `23028 | US | arin | 2002-01-04 | TEAM-CYMRU, US`.
  private static void system(String number, String zone, Branch step) throws InterruptedException {
    var name = Names.parse("AS" + number + "." + zone);
    if (name.isPresent()
        && step.ask(new Question(name.get(), Type.TXT)) instanceof Answer.Records(_, var records)) {
      var parts = columns(records.getFirst());
      if (parts.size() > 4) {
        step.note(EnrichmentReason.SYSTEM, Value.of("AS" + number), Value.of(parts.getLast()));
      }
    }
  }

  private static List<String> columns(Record record) {
    var text =
        record instanceof TXTRecord txt
            ? txt.getStringsAsByteArrays().stream()
                .map(octets -> new String(octets, StandardCharsets.UTF_8))
                .collect(Collectors.joining())
            : "";
    return List.of(text.split("\\|", -1)).stream().map(String::strip).toList();
  }

  private static void list(String labels, BlockList list, Branch above)
      throws InterruptedException {
    var step = above.open(EnrichmentTopic.LIST, Value.domain(list.zone()));
    var records = records(labels + "." + list.zone(), Type.A, step);
    if (records.isEmpty()) {
      return;
    }
    var answers = new ArrayList<String>();
    for (var record : records.get()) {
      if (record instanceof ARecord a) {
        answers.add(Addresses.text(a.getAddress()));
      }
    }
    conclude(list, answers, step);
  }

  /// A refusal outweighs everything, and what is not known is no listing.
  private static void conclude(BlockList list, List<String> answers, Branch step) {
    var listed = false;
    for (var answer : answers) {
      for (var code : list.codes(answer)) {
        var values =
            new Value[] {Value.of(answer), Value.of(code.meaning()), Value.of(code.source())};
        if (code.refused()) {
          step.close(Verdict.NONE, EnrichmentReason.REFUSED, values);
          return;
        }
        step.note(EnrichmentReason.CODE, values);
        listed = true;
      }
    }
    if (listed) {
      step.close(Verdict.NEUTRAL, EnrichmentReason.LISTED);
    } else if (answers.isEmpty()) {
      step.close(Verdict.NONE, EnrichmentReason.NOT_LISTED);
    } else {
      step.close(Verdict.NONE, EnrichmentReason.UNKNOWN_CODE, Value.of(String.join(", ", answers)));
    }
  }

  /// The records of a name; empty where that could not be told and the step was closed.
  private static Optional<List<Record>> records(String text, int type, Branch step)
      throws InterruptedException {
    Optional<Name> name = Names.parse(text);
    if (name.isEmpty()) {
      step.close(Verdict.NONE, EnrichmentReason.NOT_LISTED);
      return Optional.empty();
    }
    var question = new Question(name.get(), type);
    return switch (step.ask(question)) {
      case Answer.Records(_, var records) -> Optional.of(records);
      case Answer.NoData _, Answer.Aliases _, Answer.NoSuchDomain _ -> Optional.of(List.of());
      case Answer.Failed failed -> {
        step.close(
            Verdict.TEMPERROR,
            EnrichmentReason.LOOKUP_FAILED,
            Value.domain(question.nameText()),
            Value.of(question.typeName()),
            Value.of(failed.outcome()));
        yield Optional.empty();
      }
    };
  }
}
