package org.whence.investigation;

import java.net.InetAddress;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Reason;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.enrichment.Enricher;
import org.whence.iprev.IprevResult;
import org.whence.iprev.IprevVerifier;
import org.whence.iprev.RotationResult;
import org.whence.mail.Hop;
import org.whence.mail.Received;
import org.whence.receiver.Session;

/// Something to check: its branch, planned before anything is asked, and what was found.
final class Subject {
  private final Branch branch;
  private final Optional<Hop> hop;
  private final Conditions conditions;
  private final Options options;
  private volatile Optional<IprevResult> result = Optional.empty();
  private volatile Optional<RotationResult> again = Optional.empty();

  /// @param hop the step of the way whose client it is; empty for an address named by itself
  Subject(Branch branch, Optional<Hop> hop, Conditions conditions) {
    this.branch = branch;
    this.hop = hop;
    this.conditions = conditions;
    this.options = conditions.options();
  }

  /// IPREV of the client that a field names.
  Verdict hop(Received received) throws InterruptedException {
    if (isSwitchedOff()) {
      return nothing(InvestigationReason.SWITCHED_OFF);
    }
    return switch (received.result()) {
      case IGNORED -> nothing(InvestigationReason.NOT_A_RELAY_STEP);
      case UNPARSED -> nothing(InvestigationReason.UNREADABLE);
      case PARSED ->
          received.fromIp().isEmpty()
              ? nothing(InvestigationReason.NO_CLIENT_ADDRESS)
              : check(received.fromIp().get(), new Claims(received.fromHelo(), Optional.empty()));
    };
  }

  private boolean isSwitchedOff() {
    return hop.stream()
        .flatMap(step -> step.number().stream())
        .anyMatch(options.withoutHops()::contains);
  }

  private Verdict nothing(Reason reason) {
    branch.close(Verdict.NONE, reason);
    return Verdict.NONE;
  }

  /// IPREV, and what is told beside it; the branch is concluded as IPREV is.
  Verdict check(InetAddress client, Claims claims) throws InterruptedException {
    if (!options.checks().contains(Check.IPREV)) {
      return nothing(InvestigationReason.SWITCHED_OFF);
    }
    var verifier = verifier();
    var iprev =
        options.asking() ? verifier.check(client, branch) : verifier.offline(client, branch);
    result = Optional.of(iprev);
    again = Repetition.of(verifier, iprev, conditions, branch);
    if (options.asking()) {
      new Enricher(options.enrichment()).address(client, branch);
    }
    claims.compare(iprev, again, branch);
    if (hop.isEmpty()) {
      Sessions.judge(session(iprev, claims), options.receivers(), branch);
    }
    var outcome = iprev.step().outcome().orElseThrow();
    branch.close(outcome.verdict(), outcome.reason(), outcome.values().toArray(Value[]::new));
    return outcome.verdict();
  }

  /// What a server knows of an address that is named by itself.
  private static Session session(IprevResult iprev, Claims claims) {
    var none = Optional.<Session.Checked>empty();
    return new Session(
        iprev.client(),
        claims.helo(),
        claims.mailFrom(),
        Optional.of(iprev),
        Optional.empty(),
        Optional.empty(),
        none,
        none,
        Optional.empty());
  }

  /// Where answers come from somewhere that the analyst named, that is no reason to ask it for an
  /// address of special use in a Received field: it means something in the network of whoever wrote
  /// the field, not in ours.
  private IprevVerifier verifier() {
    return new IprevVerifier(options.asksSpecialUse() || (hop.isEmpty() && conditions.ownSource()));
  }

  Branch branch() {
    return branch;
  }

  /// The step of the way; empty for an address that is named by itself.
  Optional<Hop> hop() {
    return hop;
  }

  /// What was found so far.
  Optional<IprevResult> result() {
    return result;
  }

  /// What checking again showed so far.
  Optional<RotationResult> again() {
    return again;
  }
}
