package org.whence.spf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.ip.ReverseName;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Type;

/// The names of the client that lead back to it (RFC 7208, 5.5), for `ptr` and `%{p}`. They are
/// looked up once; who asks again is pointed to where that was.
final class ValidatedNames {
  private final Evaluation evaluation;
  private @Nullable List<Name> names;
  private String path = "";

  ValidatedNames(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /// The names, none where DNS fails.
  List<Name> all(Branch above, TermStep step) throws InterruptedException {
    var branch = above.open(SpfTopic.VALIDATED, Value.of(evaluation.ip()));
    var known = names;
    if (known != null) {
      branch.close(Verdict.NONE, SpfReason.SEEN_BEFORE, Value.of(path));
      return known;
    }
    path = branch.path();
    var found = lookUp(branch, step);
    names = found;
    return found;
  }

  /// The name for `%{p}`: the domain itself, or one below it, or any (RFC 7208, 7.3).
  Optional<String> best(String domain, Branch above, TermStep step) throws InterruptedException {
    var all = all(above, step);
    var target = TargetName.of(domain);
    return all.stream()
        .filter(name -> target.filter(name::equals).isPresent())
        .findFirst()
        .or(() ->
            all.stream().filter(name -> target.filter(name::subdomain).isPresent()).findFirst())
        .or(() -> all.stream().findFirst())
        .map(Names::text);
  }

  private List<Name> lookUp(Branch branch, TermStep step) throws InterruptedException {
    var answer = evaluation.ask(branch, step, ReverseName.of(evaluation.ip()), Type.PTR);
    return switch (answer) {
      case Answer.Records records -> validate(records, branch);
      case Answer.NoData _, Answer.NoSuchDomain _, Answer.Aliases _ -> {
        branch.close(Verdict.NONE, SpfReason.NO_PTR);
        yield List.of();
      }
      // RFC 7208, 5.5: with a DNS error in the PTR look-up the mechanism does not match.
      case Answer.Failed failed -> {
        branch.close(Verdict.NONE, SpfReason.PTR_FAILED, Value.of(failed.outcome()));
        yield List.of();
      }
    };
  }

  private List<Name> validate(Answer.Records records, Branch branch) throws InterruptedException {
    Set<Name> targets = new LinkedHashSet<>();
    for (var record : records.records()) {
      if (record instanceof PTRRecord ptr) {
        targets.add(ptr.getTarget());
      }
    }
    var valid = new ArrayList<Name>();
    var number = 0;
    for (var target : targets) {
      var step = branch.open(SpfTopic.NAME, Value.domain(Names.text(target)));
      // RFC 7208, 4.6.4: names beyond the tenth are ignored.
      if (++number > SpfVerifier.MAX_NAMES) {
        step.close(Verdict.NONE, SpfReason.NAME_IGNORED, Value.of(SpfVerifier.MAX_NAMES));
      } else if (leadsBack(target, step)) {
        valid.add(target);
      }
    }
    branch.close(Verdict.NONE, SpfReason.VALIDATED, Value.of(valid.size()));
    return List.copyOf(valid);
  }

  private boolean leadsBack(Name name, Branch step) throws InterruptedException {
    evaluation.ledger().countAddress();
    var answer = evaluation.ask(step, name, evaluation.addressType());
    if (answer instanceof Answer.Failed failed) {
      // RFC 7208, 5.5: such a name is skipped.
      step.close(Verdict.NONE, SpfReason.NAME_FAILED, Value.of(failed.outcome()));
      return false;
    }
    var back = AddressRecords.of(answer).contains(evaluation.ip());
    step.close(Verdict.NONE, back ? SpfReason.LEADS_BACK : SpfReason.LEADS_ELSEWHERE);
    return back;
  }
}
