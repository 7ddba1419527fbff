package org.whence.dmarc;

import java.util.List;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// Which policy of a record applies to the author's domain (RFC 9989, 4.10.1; RFC 7489, 6.6.3).
final class PolicyCheck {
  private final DmarcSpec spec;
  private final Name author;
  private final Discovered.Applies found;
  private final Branch branch;

  PolicyCheck(DmarcSpec spec, Name author, Discovered.Applies found, Branch above) {
    this.spec = spec;
    this.author = author;
    this.found = found;
    this.branch =
        above.open(
            DmarcTopic.POLICY,
            Value.domain(Names.text(author)),
            Value.domain(Names.text(found.domain())));
  }

  /// What came of it.
  sealed interface Outcome {
    /// A policy applies.
    record Applies(Applied policy) implements Outcome {}

    /// The record is none that can be applied.
    record None() implements Outcome {}

    /// Which of two policies applies hangs on a question that got no answer.
    record Unknown(Looked.Failed failure) implements Outcome {}
  }

  /// Finds the policy.
  Outcome check() throws InterruptedException {
    var record = found.record();
    if (!record.hasValidPolicy(subdomainTags())) {
      if (record.hasDestination()) {
        return end(Policy.NONE, PolicySource.P, DmarcReason.POLICY_ASSUMED);
      }
      branch.close(Verdict.NONE, DmarcReason.NO_POLICY);
      return new Outcome.None();
    }
    if (found.kind() == Discovered.Kind.AUTHOR) {
      return end(record.policy("p").orElseThrow(), PolicySource.P, DmarcReason.POLICY_OWN);
    }
    return spec == DmarcSpec.RFC9989 && record.policy("np").isPresent()
        ? byExistence(record.policy("np").get())
        : subdomain();
  }

  private List<String> subdomainTags() {
    return switch (spec) {
      case RFC9989 -> List.of("sp", "np");
      case RFC7489 -> List.of("sp");
    };
  }

  private Outcome subdomain() {
    var record = found.record();
    return record
        .policy("sp")
        .map(policy -> end(policy, PolicySource.SP, DmarcReason.POLICY_SUBDOMAIN))
        .orElseGet(() ->
            end(record.policy("p").orElseThrow(), PolicySource.P, DmarcReason.POLICY_INHERITED));
  }

  private Outcome byExistence(Policy policy) throws InterruptedException {
    if (found.exists()) {
      return subdomain();
    }
    var question = new Question(author, Type.A);
    var step = branch.open(DmarcTopic.EXISTENCE, Value.domain(Names.text(author)));
    return switch (step.ask(question)) {
      // An alias is a record: its owner exists, wherever it leads (RFC 9989, A.4).
      case Answer.NoSuchDomain(var aliases) when aliases.isEmpty() -> {
        step.close(Verdict.NEUTRAL, DmarcReason.MISSING);
        yield end(policy, PolicySource.NP, DmarcReason.POLICY_MISSING);
      }
      case Answer.Failed failed -> {
        var failure = new Looked.Failed(question, failed);
        step.close(Verdict.TEMPERROR, DmarcReason.LOOKUP_FAILED, failure.values());
        yield unknown(policy, failure);
      }
      case Answer.NoSuchDomain _, Answer.Records _, Answer.NoData _, Answer.Aliases _ -> {
        step.close(Verdict.NEUTRAL, DmarcReason.EXISTS);
        yield subdomain();
      }
    };
  }

  private Outcome unknown(Policy missing, Looked.Failed failure) {
    var record = found.record();
    var existing = record.policy("sp").or(() -> record.policy("p")).orElseThrow();
    if (existing == missing) {
      return subdomain();
    }
    branch.close(Verdict.TEMPERROR, DmarcReason.POLICY_UNKNOWN, failure.values());
    return new Outcome.Unknown(failure);
  }

  private Outcome end(Policy policy, PolicySource source, DmarcReason reason) {
    var applied = applied(policy, source);
    if (applied.effective() != policy) {
      branch.note(
          DmarcReason.TESTING, Value.of(policy.word()), Value.of(applied.effective().word()));
    }
    percentage();
    branch.close(Verdict.NEUTRAL, reason, Value.of(policy.word()), Value.of(source.word()));
    return new Outcome.Applies(applied);
  }

  /// RFC 7489, 6.6.4: a part of the messages only. Which part is the receiver's lot, so the policy
  /// is told as it stands.
  private void percentage() {
    var percentage = found.record().value("pct").filter(value -> !value.equals("100"));
    if (spec == DmarcSpec.RFC7489 && percentage.isPresent()) {
      branch.note(DmarcReason.SAMPLED, Value.of(percentage.get()));
    }
  }

  private Applied applied(Policy policy, PolicySource source) {
    var testing = spec == DmarcSpec.RFC9989 && found.record().testing();
    return new Applied(
        policy,
        testing ? policy.below() : policy,
        found.kind() == Discovered.Kind.SUFFIX ? PolicySource.PSD : source);
  }
}
