package org.whence.spf;

import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.whence.ip.Cidr;
import org.whence.spf.Mechanism.Prefixes;
import org.xbill.DNS.Name;

/// Holds the addresses of a name against the client, a step an address (RFC 7208, 5.3 and 5.4).
final class AddressCheck {
  private final Evaluation evaluation;
  private final Frame frame;
  private final Term.Directive directive;
  private final TermStep step;

  AddressCheck(Evaluation evaluation, Frame frame, Term.Directive directive, TermStep step) {
    this.evaluation = evaluation;
    this.frame = frame;
    this.directive = directive;
    this.step = step;
  }

  /// Looks the name up, in steps below the branch.
  Match check(Name name, Branch at, Prefixes prefixes) throws InterruptedException {
    var answer = evaluation.ask(at, step, name, evaluation.addressType());
    if (answer instanceof Answer.Failed failed) {
      return failed(name, evaluation.addressType(), failed);
    }
    var found = AddressRecords.of(answer);
    if (found.isEmpty()) {
      return nothing(name, evaluation.addressType(), answer);
    }
    Optional<Match> match = Optional.empty();
    for (var address : found) {
      var block = new Cidr(address, prefixes.of(8 * address.getAddress().length));
      allow(block);
      var held = at.open(SpfTopic.ADDRESS, Value.of(address), Value.of(block.prefix()));
      if (block.contains(evaluation.ip())) {
        held.close(directive.qualifier().verdict(), SpfReason.SAME_ADDRESS);
        match =
            match.or(() ->
                Optional.of(
                    Match.matched(
                        SpfReason.MATCHED_ADDRESS,
                        Value.of(evaluation.ip()),
                        Value.domain(Names.text(name)),
                        Value.of(block.toString()))));
      } else {
        held.close(Verdict.NONE, SpfReason.OTHER_ADDRESS);
      }
    }
    return match.orElseGet(() ->
        Match.missed(
            SpfReason.NO_ADDRESS_MATCHES,
            Value.of(evaluation.ip()),
            Value.domain(Names.text(name)),
            Value.of(found.size())));
  }

  private void allow(Cidr block) {
    if (frame.allows() && directive.qualifier() == Qualifier.PASS) {
      evaluation.allowed().add(block);
    }
  }

  static Match failed(Name name, int type, Answer.Failed answer) {
    return new Match.Broke(Conclusion.failed(new Question(name, type), answer));
  }

  static Match nothing(Name name, int type, Answer answer) {
    var question = new Question(name, type);
    var missing = answer instanceof Answer.NoSuchDomain;
    return Match.missed(
        missing ? SpfReason.TARGET_MISSING : SpfReason.TARGET_EMPTY,
        Value.domain(question.nameText()),
        Value.of(question.typeName()));
  }
}
