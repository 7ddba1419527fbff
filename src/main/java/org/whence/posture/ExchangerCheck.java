package org.whence.posture;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.whence.ip.AddressLiteral;
import org.whence.ip.SpecialUse;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Where mail for a domain goes (RFC 5321, 5.1), and, for DANE, to which servers.
final class ExchangerCheck {
  /// How many servers are looked at. The number is that of RFC 7208, 4.6.4.
  static final int MAX = 10;

  private ExchangerCheck() {}

  /// Looks at them.
  ///
  /// @return the names of the servers, by preference; none where that is not known
  static List<Name> check(Name domain, Part part) throws InterruptedException {
    var records = part.records(domain, Type.MX);
    if (records.isEmpty()) {
      return List.of();
    }
    var exchangers =
        records.get().stream()
            .filter(MXRecord.class::isInstance)
            .map(MXRecord.class::cast)
            .sorted(Comparator.comparingInt(MXRecord::getPriority))
            .toList();
    if (exchangers.isEmpty()) {
      return implicit(domain, part);
    }
    var named = exchangers.stream().filter(each -> !each.getTarget().equals(Name.root)).toList();
    if (named.isEmpty()) {
      part.end(PostureReason.NULL_MX);
      return List.of();
    }
    if (named.size() < exchangers.size()) {
      part.note(PostureReason.NULL_MX_NOT_ALONE);
    }
    var looked = named.stream().limit(MAX).toList();
    if (looked.size() < named.size()) {
      part.note(PostureReason.MANY_EXCHANGERS, Value.of(named.size()), Value.of(MAX));
    }
    for (var each : looked) {
      exchanger(each, part.branch());
    }
    part.end(PostureReason.EXCHANGERS, Value.of(named.size()));
    return looked.stream().map(MXRecord::getTarget).distinct().toList();
  }

  /// @return the domain itself, where it takes its mail
  private static List<Name> implicit(Name domain, Part part) throws InterruptedException {
    var questions = List.of(new Question(domain, Type.A), new Question(domain, Type.AAAA));
    var answers = part.branch().askAll(questions);
    if (answers.stream().anyMatch(Answer.Records.class::isInstance)) {
      part.end(PostureReason.IMPLICIT_MX);
      return List.of(domain);
    }
    for (var i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof Answer.Failed failed) {
        part.failed(questions.get(i), failed);
        return List.of();
      }
    }
    part.end(PostureReason.NO_MAIL);
    return List.of();
  }

  private static void exchanger(MXRecord record, Branch above) throws InterruptedException {
    var name = record.getTarget();
    var step =
        above.open(
            PostureTopic.EXCHANGER, Value.domain(Names.text(name)), Value.of(record.getPriority()));
    if (AddressLiteral.find(Names.text(name)).isPresent()) {
      step.close(Verdict.NEUTRAL, PostureReason.EXCHANGER_LITERAL);
      return;
    }
    var questions = List.of(new Question(name, Type.A), new Question(name, Type.AAAA));
    var answers = step.askAll(questions);
    var addresses = new ArrayList<InetAddress>();
    for (var i = 0; i < answers.size(); i++) {
      switch (answers.get(i)) {
        case Answer.Records(var aliases, var records) -> {
          if (!aliases.isEmpty() && addresses.isEmpty()) {
            step.note(PostureReason.EXCHANGER_ALIAS);
          }
          records.forEach(each -> address(each, addresses));
        }
        case Answer.Failed failed -> {
          new Part(step).failed(questions.get(i), failed);
          return;
        }
        case Answer.NoData _, Answer.Aliases _, Answer.NoSuchDomain _ -> {}
      }
    }
    addresses.forEach(address -> setAside(address, step));
    if (addresses.isEmpty()) {
      step.close(Verdict.NEUTRAL, PostureReason.EXCHANGER_WITHOUT);
    } else {
      step.close(Verdict.NEUTRAL, PostureReason.EXCHANGER_ADDRESSES, Value.of(addresses.size()));
    }
  }

  private static void address(Record record, List<InetAddress> addresses) {
    switch (record) {
      case ARecord a -> addresses.add(a.getAddress());
      case AAAARecord aaaa -> addresses.add(aaaa.getAddress());
      default -> {}
    }
  }

  private static void setAside(InetAddress address, Branch step) {
    SpecialUse.of(address)
        .ifPresent(use ->
            step.note(PostureReason.EXCHANGER_SET_ASIDE, Value.of(address), Value.of(use.name())));
  }
}
