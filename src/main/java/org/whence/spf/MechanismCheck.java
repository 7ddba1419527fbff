package org.whence.spf;

import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.spf.Mechanism.Network;
import org.whence.spf.Mechanism.Prefixes;
import org.xbill.DNS.Type;

/// Holds one mechanism against the client (RFC 7208, 5).
final class MechanismCheck {
  private final Evaluation evaluation;
  private final Frame frame;
  private final Term.Directive directive;
  private final TermStep step;
  private final Branch branch;

  MechanismCheck(Evaluation evaluation, Frame frame, Term.Directive directive, TermStep step) {
    this.evaluation = evaluation;
    this.frame = frame;
    this.directive = directive;
    this.step = step;
    this.branch = step.branch();
  }

  Match match() throws InterruptedException {
    if (directive.asks()) {
      evaluation.ledger().countTerm(step);
    }
    var match =
        evaluation.ledger().broken().isPresent() ? Match.missed(SpfReason.LOOKUP_LIMIT) : hold();
    return evaluation.ledger().broken().<Match>map(Match.Broke::new).orElse(match);
  }

  private Match hold() throws InterruptedException {
    return switch (directive.mechanism()) {
      case Mechanism.All _ ->
          Match.matched(
              SpfReason.MATCHED_ALL, Value.of(directive.text()), TargetName.value(frame.domain()));
      case Mechanism.Ip4(var network) -> network(network, 4);
      case Mechanism.Ip6(var network) -> network(network, 16);
      case Mechanism.A(var target, var prefixes) -> a(target, prefixes);
      case Mechanism.Mx(var target, var prefixes) -> mx(target, prefixes);
      case Mechanism.Ptr(var target) -> ptr(target);
      case Mechanism.Exists(var target) -> exists(target);
      case Mechanism.Include(var target) -> include(target);
    };
  }

  private Match network(Network network, int octets) {
    var block = network.block();
    if (block.isEmpty()) {
      return Match.missed(SpfReason.MAPPED_NETWORK);
    }
    var values = new Value[] {Value.of(evaluation.ip()), Value.of(block.get().toString())};
    if (evaluation.ip().getAddress().length != octets) {
      return Match.missed(SpfReason.OTHER_FAMILY, values);
    }
    return block.get().contains(evaluation.ip())
        ? Match.matched(SpfReason.MATCHED_NETWORK, values)
        : Match.missed(SpfReason.NOT_IN_NETWORK, values);
  }

  /// RFC 7208, 5.3.
  private Match a(Optional<MacroString> target, Prefixes prefixes) throws InterruptedException {
    var text = targetText(target);
    var name = TargetName.of(text);
    return name.isPresent()
        ? addresses().check(name.get(), branch, prefixes)
        : Match.missed(SpfReason.INVALID_NAME, Value.of(text));
  }

  private AddressCheck addresses() {
    return new AddressCheck(evaluation, frame, directive, step);
  }

  /// RFC 7208, 5.4.
  private Match mx(Optional<MacroString> target, Prefixes prefixes) throws InterruptedException {
    var text = targetText(target);
    var name = TargetName.of(text);
    return name.isPresent()
        ? new ServerCheck(evaluation, directive, step, addresses()).check(name.get(), prefixes)
        : Match.missed(SpfReason.INVALID_NAME, Value.of(text));
  }

  /// RFC 7208, 5.5.
  private Match ptr(Optional<MacroString> target) throws InterruptedException {
    var text = targetText(target);
    var domain = TargetName.of(text);
    if (domain.isEmpty()) {
      return Match.missed(SpfReason.INVALID_NAME, Value.of(text));
    }
    var names = evaluation.validated().all(branch, step);
    evaluation.ledger().tellStrict(step);
    return names.stream()
        .filter(name -> name.subdomain(domain.get()))
        .findFirst()
        .map(name ->
            Match.matched(
                SpfReason.MATCHED_PTR,
                Value.domain(Names.text(name)),
                Value.domain(Names.text(domain.get()))))
        .orElseGet(() ->
            Match.missed(
                SpfReason.NO_NAME_MATCHES,
                Value.of(names.size()),
                Value.domain(Names.text(domain.get()))));
  }

  /// RFC 7208, 5.7: A records, also for clients on IPv6.
  private Match exists(MacroString target) throws InterruptedException {
    var text = targetText(Optional.of(target));
    var name = TargetName.of(text);
    if (name.isEmpty()) {
      return Match.missed(SpfReason.INVALID_NAME, Value.of(text));
    }
    var answer = evaluation.ask(branch, step, name.get(), Type.A);
    return switch (answer) {
      case Answer.Failed failed -> AddressCheck.failed(name.get(), Type.A, failed);
      case Answer.Records _ ->
          Match.matched(SpfReason.MATCHED_EXISTS, Value.domain(Names.text(name.get())));
      case Answer.NoData _, Answer.NoSuchDomain _, Answer.Aliases _ ->
          AddressCheck.nothing(name.get(), Type.A, answer);
    };
  }

  /// RFC 7208, 5.2.
  private Match include(MacroString target) throws InterruptedException {
    var domain = targetText(Optional.of(target));
    if (evaluation.ledger().broken().isPresent()) {
      return Match.missed(SpfReason.TIME_LIMIT);
    }
    var host = new HostCheck(evaluation, frame.included(domain, directive.qualifier(), step));
    var conclusion = host.check(branch);
    if (host.passesAll()) {
      branch.note(SpfReason.INCLUDE_PASSES_ALL, TargetName.value(domain));
    }
    var result = Value.of(conclusion.verdict().word());
    return switch (conclusion.verdict()) {
      case PASS ->
          new Match.Matched(
              SpfReason.MATCHED_INCLUDE, List.of(TargetName.value(domain)), conclusion.path());
      case FAIL, SOFTFAIL, NEUTRAL ->
          Match.missed(SpfReason.INCLUDE_NOT_PASS, TargetName.value(domain), result);
      case TEMPERROR, PERMERROR -> new Match.Broke(conclusion);
      case NONE, POLICY -> none(domain, conclusion);
    };
  }

  private Match none(String domain, Conclusion conclusion) {
    if (conclusion.reason() == SpfReason.SEEN_BEFORE) {
      return Match.missed(SpfReason.SEEN_BEFORE, TargetName.value(domain));
    }
    branch.note(SpfReason.DEAD_INCLUDE, TargetName.value(domain));
    return new Match.Broke(
        Conclusion.of(Verdict.PERMERROR, SpfReason.INCLUDE_NONE, TargetName.value(domain)));
  }

  /// The target-name as text (RFC 7208, 4.8).
  private String targetText(Optional<MacroString> target) throws InterruptedException {
    return target.isPresent()
        ? new MacroExpander(evaluation, frame.domain()).name(target.get(), step)
        : frame.domain();
  }
}
