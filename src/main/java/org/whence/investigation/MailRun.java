package org.whence.investigation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.whence.arc.ArcOptions;
import org.whence.arc.ArcResult;
import org.whence.arc.ArcVerifier;
import org.whence.chain.Branch;
import org.whence.chain.Reason;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dkim.DkimOptions;
import org.whence.dkim.DkimResult;
import org.whence.dkim.DkimVerifier;
import org.whence.dmarc.BothReadings;
import org.whence.dmarc.DmarcReason;
import org.whence.dmarc.DmarcRequest;
import org.whence.dmarc.DmarcResult;
import org.whence.dmarc.DmarcSpec;
import org.whence.dmarc.DmarcVerifier;
import org.whence.dmarc.Identifier;
import org.whence.enrichment.Enricher;
import org.whence.investigation.claim.ClaimCheck;
import org.whence.investigation.claim.ClaimResult;
import org.whence.investigation.claim.Findings;
import org.whence.investigation.claim.OwnIds;
import org.whence.investigation.claim.WrittenAt;
import org.whence.iprev.IprevResult;
import org.whence.iprev.IprevTopic;
import org.whence.iprev.IprevVerifier;
import org.whence.iprev.RotationResult;
import org.whence.receiver.Judgement;
import org.whence.spf.SpfRequest;
import org.whence.spf.SpfResult;
import org.whence.spf.SpfVerifier;
import org.whence.spf.Supposed;

/// The checks of one message: a branch each, all planned before anything is asked, done together
/// where they do not rest on each other. Results are kept as they come.
///
/// A check that is added has a method that works in its branch and keeps its result in a field, a
/// line in [#run] and one in [#result].
final class MailRun {
  /// How many domains others are asked about. The number is our own.
  private static final int MAX_ENRICHED = 10;

  private final Conditions conditions;
  private final Options options;
  private final Arrival arrival;
  private final Branch branch;
  private final Map<Check, Branch> branches = new EnumMap<>(Check.class);

  private volatile Optional<IprevResult> iprev = Optional.empty();
  private volatile Optional<RotationResult> rotation = Optional.empty();
  private volatile Optional<SpfResult> spf = Optional.empty();
  private volatile Optional<SpfResult> spfHelo = Optional.empty();
  private volatile List<Supposed> supposed = List.of();
  private volatile Optional<DkimResult> dkim = Optional.empty();
  private volatile Optional<ArcResult> arc = Optional.empty();
  private volatile Optional<DmarcResult> dmarc = Optional.empty();
  private volatile Optional<DmarcResult> older = Optional.empty();
  private volatile Optional<ClaimResult> claims = Optional.empty();
  private volatile Optional<Step> heloStep = Optional.empty();
  private volatile List<Judgement> judgements = List.of();
  private volatile Optional<Step> step = Optional.empty();

  /// Plans the checks.
  ///
  /// @param branch the message's step, which [#finish] closes
  MailRun(Arrival arrival, Conditions conditions, Branch branch) {
    this.conditions = conditions;
    this.options = conditions.options();
    this.arrival = arrival;
    this.branch = branch;
    for (var check : Check.values()) {
      if (options.checks().contains(check)) {
        branches.put(check, branch.open(InvestigationTopic.CHECK, Value.of(check.name())));
      }
    }
  }

  /// Makes the checks; [#finish] follows. What one throws, or an interrupt, ends all of them.
  void run() throws InterruptedException {
    var pieces = new ArrayList<Callable<Verdict>>();
    plan(Check.IPREV, this::iprev, pieces);
    plan(Check.SPF, this::spf, pieces);
    plan(Check.DKIM, this::dkim, pieces);
    plan(Check.ARC, this::arc, pieces);
    branch.together(pieces);
    var resting = new ArrayList<Callable<Verdict>>();
    plan(Check.DMARC, this::dmarc, resting);
    branch.together(resting);
    enrich();
  }

  /// What others say of the domains that the message speaks for; of its clients they are asked with
  /// the hops.
  private void enrich() throws InterruptedException {
    if (!options.asking() || options.enrichment().isNone()) {
      return;
    }
    var domains = new LinkedHashSet<String>(arrival.message().authors().domains());
    arrival
        .envelope()
        .mailFrom()
        .map(told -> told.value().substring(told.value().lastIndexOf('@') + 1))
        .filter(domain -> !domain.isEmpty())
        .ifPresent(domains::add);
    for (var domain : domains.stream().limit(MAX_ENRICHED).toList()) {
      new Enricher(options.enrichment()).domain(domain, branch);
    }
  }

  /// Concludes the message's step, once all checks of the run were made.
  ///
  /// @param hops IPREV of the other clients on its way
  void finish(List<IprevResult> hops) {
    hold(hops);
    if (!options.receivers().isEmpty()) {
      judgements =
          Sessions.of(result())
              .map(session -> Sessions.judge(session, options.receivers(), branch))
              .orElse(List.of());
    }
    step = Optional.of(branch.close());
  }

  /// Holds what the message claims against what was found until now.
  ///
  /// @param hops IPREV of the other clients on its way
  void hold(List<IprevResult> hops) {
    var all = new ArrayList<>(hops);
    iprev.ifPresent(all::addFirst);
    var findings = new Findings(all, spf, spfHelo, dkim, arc, dmarc, older, options.asking());
    var check =
        ClaimCheck.of(
            arrival.message(),
            new WrittenAt(
                arrival.chain(),
                arrival.border(),
                arrival.line().certain(arrival.chain().hops()).isPresent()),
            new OwnIds(options.trust().authservIds(), arrival.receiver()),
            findings);
    claims = check.check(branch);
  }

  /// What a check does in its branch, which it closes.
  private interface Work {
    Verdict in(Branch own) throws InterruptedException;
  }

  private void plan(Check check, Work work, List<Callable<Verdict>> pieces) {
    var own = branches.get(check);
    if (own != null) {
      pieces.add(() -> work.in(own));
    }
  }

  /// IPREV of the client, and what is told beside it.
  private Verdict iprev(Branch own) throws InterruptedException {
    var client = arrival.envelope().ip();
    if (client.isEmpty()) {
      return nothing(own, InvestigationReason.NO_CLIENT);
    }
    var ip = client.get();
    // An address in a Received field belongs to somebody else's network; see Run.
    var mayAsk =
        options.asksSpecialUse()
            || (conditions.ownSource() && ip.origin() == Envelope.Origin.OPTION);
    var verifier = new IprevVerifier(mayAsk);
    var found =
        options.asking() ? verifier.check(ip.value(), own) : verifier.offline(ip.value(), own);
    iprev = Optional.of(found);
    rotation = Repetition.of(verifier, found, conditions, own);
    var claims =
        new Claims(
            arrival.envelope().helo().map(Envelope.Told::value),
            arrival.envelope().mailFrom().map(Envelope.Told::value));
    claims.compare(found, rotation, own);
    var closed = close(own, found.step());
    heloStep = closed.steps().stream().filter(each -> each.topic() == IprevTopic.HELO).findFirst();
    return found.verdict();
  }

  /// SPF of the name in HELO, then of the envelope's sender (RFC 7208, 2.3 and 2.4).
  private Verdict spf(Branch own) throws InterruptedException {
    var client = arrival.envelope().ip().map(Envelope.Told::value);
    return client.isEmpty() ? nothing(own, InvestigationReason.NO_CLIENT) : spf(own, client.get());
  }

  private Verdict spf(Branch own, InetAddress ip) throws InterruptedException {
    var helo = arrival.envelope().helo().map(Envelope.Told::value);
    var mailFrom = arrival.envelope().mailFrom().map(Envelope.Told::value).orElse("");
    var request =
        new SpfRequest(ip, helo.orElse(""), mailFrom, arrival.receiver(), arrival.domain());
    var verifier = new SpfVerifier(conditions.clock(), options.spf());
    if (!options.asking()) {
      spf = Optional.of(verifier.offline(request, own));
    } else {
      if (helo.isPresent()) {
        spfHelo = Optional.of(verifier.checkHelo(request, own));
      }
      // The null sender is judged by HELO, which has been done then.
      spf =
          mailFrom.isEmpty() && spfHelo.isPresent() && arrival.domain().isEmpty()
              ? spfHelo
              : Optional.of(verifier.check(request, own));
      suppose(verifier, own);
    }
    return concluded(own, spf.orElseThrow().step());
  }

  /// What SPF would say, had something else been seen.
  private void suppose(SpfVerifier verifier, Branch own) throws InterruptedException {
    for (var supposition : options.spf().suppositions()) {
      var seen = supposition.ofHelo() ? spfHelo.or(() -> spf) : spf;
      var found = verifier.suppose(seen.orElseThrow(), supposition, own);
      supposed = Stream.concat(supposed.stream(), Stream.of(found)).toList();
    }
  }

  private Verdict dkim(Branch own) throws InterruptedException {
    var how =
        DkimOptions.defaults()
            .withAsking(options.asking())
            .withExplaining(conditions.explaining())
            .withHeaderAlone(true)
            .withAsOf(conditions.asOf(arrival.cameIn()));
    var verifier = new DkimVerifier(conditions.clock(), how);
    var found = verifier.check(arrival.message(), own);
    dkim = Optional.of(found);
    return concluded(own, found.step());
  }

  private Verdict arc(Branch own) throws InterruptedException {
    var how =
        ArcOptions.defaults()
            .withAsking(options.asking())
            .withExplaining(conditions.explaining())
            .withHeaderAlone(true)
            .withAsOf(conditions.asOf(arrival.cameIn()))
            .withTrustedSealers(options.trust().sealers());
    var verifier = new ArcVerifier(conditions.clock(), how);
    var found = verifier.check(arrival.message(), own);
    arc = Optional.of(found);
    return concluded(own, found.step());
  }

  /// DMARC of the authors, on what SPF and DKIM came to.
  private Verdict dmarc(Branch own) throws InterruptedException {
    var authors = arrival.message().authors();
    var request =
        new DmarcRequest(authors.domains(), identifier(), identifiers(), authors.complete());
    if (dkim.isEmpty()) {
      own.note(DmarcReason.DKIM_MISSING);
    }
    var found = dmarc(conditions.dmarc(), request, own);
    dmarc = Optional.of(found);
    if (conditions.both() && options.asking()) {
      var by7489 = dmarc(DmarcSpec.RFC7489, request, own);
      older = Optional.of(by7489);
      new BothReadings(found, by7489, options.suffixes()).note(own);
    }
    return concluded(own, found.step());
  }

  private DmarcResult dmarc(DmarcSpec spec, DmarcRequest request, Branch own)
      throws InterruptedException {
    var verifier = new DmarcVerifier(spec, options.suffixes());
    return options.asking() ? verifier.check(request, own) : verifier.offline(request, own);
  }

  /// The domain of MAIL FROM with the result of SPF; nothing where the sender is not known, since
  /// that of HELO is another identity (RFC 9989, 4.4.2).
  private Optional<Identifier> identifier() {
    return arrival.envelope().mailFrom().isEmpty()
        ? Optional.empty()
        : spf.map(found -> new Identifier(found.verdict(), found.domain()));
  }

  private List<Identifier> identifiers() {
    var identifiers = new ArrayList<Identifier>();
    for (var signature : dkim.map(DkimResult::signatures).orElse(List.of())) {
      var domain = signature.signature().domain().orElse("");
      identifiers.add(new Identifier(signature.verdict(), domain));
    }
    return identifiers;
  }

  private static Verdict nothing(Branch own, Reason reason) {
    own.close(Verdict.NONE, reason);
    return Verdict.NONE;
  }

  /// Concludes a check's branch as a step in it was.
  private static Verdict concluded(Branch own, Step like) {
    close(own, like);
    return like.outcome().orElseThrow().verdict();
  }

  private static Step close(Branch own, Step like) {
    var outcome = like.outcome().orElseThrow();
    return own.close(outcome.verdict(), outcome.reason(), outcome.values().toArray(Value[]::new));
  }

  /// What checking the client again showed so far.
  Optional<RotationResult> rotation() {
    return rotation;
  }

  /// What was found so far.
  MailResult result() {
    return new MailResult(
        branch.path(),
        arrival.border(),
        arrival.receiver(),
        arrival.envelope(),
        branches.keySet(),
        iprev,
        spf,
        spfHelo,
        supposed,
        dkim,
        arc,
        dmarc,
        older,
        heloStep,
        claims,
        judgements,
        step);
  }
}
