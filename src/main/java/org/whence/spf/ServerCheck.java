package org.whence.spf;

import java.util.Comparator;
import java.util.List;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.spf.Mechanism.Prefixes;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// Holds the mail servers of a domain against the client, a step a server (RFC 7208, 5.4).
final class ServerCheck {
  private final Evaluation evaluation;
  private final Term.Directive directive;
  private final TermStep step;
  private final Branch branch;
  private final AddressCheck addresses;

  ServerCheck(
      Evaluation evaluation, Term.Directive directive, TermStep step, AddressCheck addresses) {
    this.evaluation = evaluation;
    this.directive = directive;
    this.step = step;
    this.branch = step.branch();
    this.addresses = addresses;
  }

  Match check(Name name, Prefixes prefixes) throws InterruptedException {
    var answer = evaluation.ask(branch, step, name, Type.MX);
    return switch (answer) {
      case Answer.Failed failed -> AddressCheck.failed(name, Type.MX, failed);
      case Answer.NoData _, Answer.NoSuchDomain _, Answer.Aliases _ ->
          AddressCheck.nothing(name, Type.MX, answer);
      case Answer.Records(_, var records) -> {
        var servers =
            records.stream()
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .sorted(Comparator.comparingInt(MXRecord::getPriority))
                .toList();
        yield servers(name, servers, prefixes);
      }
    };
  }

  private Match servers(Name name, List<MXRecord> servers, Prefixes prefixes)
      throws InterruptedException {
    // RFC 7208, 4.6.4: more than ten names are a permerror.
    if (servers.size() > SpfVerifier.MAX_NAMES) {
      branch.note(SpfReason.MX_COUNT, Value.of(servers.size()), Value.of(SpfVerifier.MAX_NAMES));
      return new Match.Broke(
          Conclusion.of(
              Verdict.PERMERROR,
              SpfReason.MX_LIMIT,
              Value.domain(Names.text(name)),
              Value.of(servers.size()),
              Value.of(SpfVerifier.MAX_NAMES)));
    }
    Match match =
        Match.missed(
            SpfReason.NO_SERVER_MATCHES,
            Value.of(evaluation.ip()),
            Value.domain(Names.text(name)),
            Value.of(servers.size()));
    for (var host : servers.stream().map(MXRecord::getTarget).distinct().toList()) {
      var held = server(host, prefixes);
      if (!(held instanceof Match.Missed)) {
        match = held;
        break;
      }
      if (evaluation.ledger().broken().isPresent()) {
        break;
      }
    }
    evaluation.ledger().tellStrict(step);
    return match;
  }

  private Match server(Name host, Prefixes prefixes) throws InterruptedException {
    var at = branch.open(SpfTopic.NAME, Value.domain(Names.text(host)));
    // RFC 7505, 3: the root as a mail server means that there is none.
    if (host.equals(Name.root)) {
      at.close(Verdict.NONE, SpfReason.NULL_MX);
      return Match.missed(SpfReason.NULL_MX);
    }
    evaluation.ledger().countAddress();
    var held = addresses.check(host, at, prefixes);
    switch (held) {
      case Match.Matched(var reason, var values, _) ->
          at.close(directive.qualifier().verdict(), reason, values.toArray(Value[]::new));
      case Match.Missed(var reason, var values) ->
          at.close(Verdict.NONE, reason, values.toArray(Value[]::new));
      case Match.Broke(var conclusion) ->
          at.close(conclusion.verdict(), conclusion.reason(), conclusion.valueArray());
    }
    return held;
  }
}
