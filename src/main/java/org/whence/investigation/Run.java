package org.whence.investigation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.whence.chain.Branch;
import org.whence.chain.Reason;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.enrichment.Enricher;
import org.whence.fetch.Fetched;
import org.whence.fetch.HttpsFetch;
import org.whence.header.HeaderVerifier;
import org.whence.hop.HopNotes;
import org.whence.hop.Way;
import org.whence.iprev.ClientComparison;
import org.whence.iprev.IprevResult;
import org.whence.iprev.IprevVerifier;
import org.whence.iprev.RotationResult;
import org.whence.mail.Hop;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.mail.Received;
import org.whence.part.PartVerifier;
import org.whence.posture.PostureVerifier;
import org.whence.receiver.Session;

/// One run: plans a branch for everything that will be looked at, then works on them together, and
/// keeps the results as they come, so that a stopped run still has what was found.
final class Run {
  private final Conditions conditions;
  private final Options options;
  private final IprevVerifier named;
  private final IprevVerifier ofHops;
  private final Branch root;

  private final List<Subject> subjects = new ArrayList<>();
  private volatile Optional<MailRun> mail = Optional.empty();
  private volatile Optional<TrustLine> line = Optional.empty();
  private volatile Optional<Way> way = Optional.empty();
  private volatile List<Fetched> documents = List.of();

  /// Something to check: its branch, planned before anything is asked, and what was found.
  private static final class Subject {
    final Branch branch;
    final Optional<Hop> hop;
    private volatile Optional<IprevResult> result = Optional.empty();
    private volatile Optional<RotationResult> again = Optional.empty();

    Subject(Branch branch, Optional<Hop> hop) {
      this.branch = branch;
      this.hop = hop;
    }
  }

  /// Where answers come from somewhere that the analyst named, that is no reason to ask it for an
  /// address of special use in a Received field: it means something in the network of whoever wrote
  /// the field, not in ours.
  Run(Conditions conditions, Branch root) {
    this.conditions = conditions;
    this.options = conditions.options();
    this.named = new IprevVerifier(options.asksSpecialUse() || conditions.ownSource());
    this.ofHops = new IprevVerifier(options.asksSpecialUse());
    this.root = root;
  }

  void all(Input input) throws InterruptedException {
    var pieces = new ArrayList<Callable<Verdict>>();
    switch (input.recognised()) {
      case Recognised.Addresses(var entries) -> {
        options.ip().ifPresent(ip -> pieces.add(client(ip)));
        entries.forEach(entry -> pieces.add(address(entry.literal().address())));
      }
      case Recognised.Mail found -> {
        mail(found.message(), pieces);
        input.mime().ifPresent(parts -> PartVerifier.check(parts, root));
      }
      case Recognised.Domain(var name) -> {
        // A domain whose posture alone is asked for has no client.
        if (options.ip().isPresent()) {
          policy(name, pieces);
        }
      }
      case Recognised.Nothing _ -> options.ip().ifPresent(ip -> pieces.add(client(ip)));
    }
    options.postures().forEach(domain -> posture(domain, pieces));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    root.together(pieces);
    mail.ifPresent(checks -> checks.finish(iprev()));
    for (var uri : options.fetches()) {
      fetch(uri);
    }
  }

  /// Holds what a mail claims against what was found until the run was stopped.
  void hold() {
    mail.ifPresent(checks -> checks.hold(iprev()));
  }

  /// What a domain publishes; it judges nobody.
  private void posture(String domain, List<Callable<Verdict>> pieces) {
    if (options.asking()) {
      var verifier = new PostureVerifier(options.suffixes());
      var branch = PostureVerifier.open(domain, root);
      pieces.add(() -> {
        verifier.look(domain, branch);
        return Verdict.NONE;
      });
    }
  }

  /// A document that the analyst asked for; it judges nobody, and comes behind all that does.
  private void fetch(String uri) throws InterruptedException {
    if (options.asking()) {
      var prospect = new HttpsFetch(HttpsFetch.Reach.everybody()).look(uri, root);
      Fetched document;
      if (prospect.isEmpty()) {
        document = new Fetched(uri, Optional.empty());
      } else if (conditions.sends()) {
        document = prospect.get().fetch(conditions.machine());
      } else {
        document = prospect.get().leave();
      }
      documents = Stream.concat(documents.stream(), Stream.of(document)).toList();
    }
  }

  private Callable<Verdict> client(InetAddress ip) {
    var subject = subject(root.open(InvestigationTopic.CLIENT, Value.of(ip)), Optional.empty());
    return () -> check(subject, ip, options.helo(), options.mailFrom());
  }

  private Callable<Verdict> address(InetAddress address) {
    var subject =
        subject(root.open(InvestigationTopic.ADDRESS, Value.of(address)), Optional.empty());
    return () -> address(subject, address);
  }

  private Verdict address(Subject subject, InetAddress address) throws InterruptedException {
    // What the receiving server saw was seen of one client: of the one that was named, or of this.
    var seen = options.ip().isEmpty();
    return check(
        subject,
        address,
        seen ? options.helo() : Optional.empty(),
        seen ? options.mailFrom() : Optional.empty());
  }

  /// Checks one address, and nothing else.
  Investigator.Repeated only(InetAddress address) throws InterruptedException {
    var branch = root.open(InvestigationTopic.ADDRESS, Value.of(address));
    var subject = subject(branch, Optional.empty());
    address(subject, address);
    return new Investigator.Repeated(subject.result.orElseThrow(), subject.again);
  }

  private void mail(Message message, List<Callable<Verdict>> pieces) {
    var chain = HopChain.of(message);
    var arrival = Arrival.of(message, chain, options);
    way = Optional.of(arrival.way(conditions));
    hops(arrival, way.get(), pieces);
    header(arrival);
    var branch = root.open(InvestigationTopic.MESSAGE, arrival.values());
    EnvelopeReason.tell(arrival.envelope(), branch);
    plan(new MailRun(arrival, conditions, branch), pieces);
  }

  /// SPF of a domain, and no other check.
  private void policy(String domain, List<Callable<Verdict>> pieces) {
    var arrival = Arrival.of(domain, options);
    var values = new ArrayList<>(List.of(arrival.values()));
    values.add(Value.of(domain));
    var branch = root.open(InvestigationTopic.POLICY, values.toArray(Value[]::new));
    var alone = conditions.with(options.withChecks(Set.of(Check.SPF)));
    plan(new MailRun(arrival, alone, branch), pieces);
  }

  private void plan(MailRun checks, List<Callable<Verdict>> pieces) {
    mail = Optional.of(checks);
    pieces.add(() -> {
      checks.run();
      return Verdict.NONE;
    });
  }

  private void header(Arrival arrival) {
    HeaderVerifier.check(arrival.header(conditions), root);
  }

  /// Oldest first, with the trust line between those below it and those above it.
  private void hops(Arrival arrival, Way shown, List<Callable<Verdict>> pieces) {
    var chain = arrival.chain();
    line = Optional.of(arrival.line());
    if (chain.hops().isEmpty()) {
      root.note(InvestigationReason.NO_HOPS);
    }
    options.withoutHops().stream()
        .filter(number -> number > chain.relays())
        .sorted()
        .forEach(number ->
            root.note(InvestigationReason.NO_SUCH_HOP, Value.of(number), Value.of(chain.relays())));
    shown.tell(root);
    for (var hop : chain.oldestFirst()) {
      if (hop.index() == arrival.line().index()) {
        arrival.line().tell(chain, root);
      }
      var subject = subject(open(hop, chain.relays()), Optional.of(hop));
      shown.hops().get(hop.index()).tell(subject.branch);
      pieces.add(() -> hop(subject, hop.received()));
    }
  }

  private Branch open(Hop hop, int relays) {
    var by = Value.domain(hop.received().by().orElse(""));
    return hop.number()
        .map(number ->
            root.open(
                InvestigationTopic.HOP,
                Value.of(number),
                Value.of(relays),
                hop.received().fromIp().<Value>map(Value::of).orElse(Value.of("")),
                by))
        .orElseGet(() -> root.open(InvestigationTopic.LOCAL_STEP, by));
  }

  private Subject subject(Branch branch, Optional<Hop> hop) {
    var subject = new Subject(branch, hop);
    subjects.add(subject);
    return subject;
  }

  private Verdict hop(Subject subject, Received received) throws InterruptedException {
    if (isSwitchedOff(subject)) {
      return nothing(subject, InvestigationReason.SWITCHED_OFF);
    }
    return switch (received.result()) {
      case IGNORED -> nothing(subject, InvestigationReason.NOT_A_RELAY_STEP);
      case UNPARSED -> nothing(subject, InvestigationReason.UNREADABLE);
      case PARSED ->
          received.fromIp().isEmpty()
              ? nothing(subject, InvestigationReason.NO_CLIENT_ADDRESS)
              : check(subject, received.fromIp().get(), received.fromHelo(), Optional.empty());
    };
  }

  private boolean isSwitchedOff(Subject subject) {
    return subject.hop.stream()
        .flatMap(hop -> hop.number().stream())
        .anyMatch(options.withoutHops()::contains);
  }

  private static Verdict nothing(Subject subject, Reason reason) {
    subject.branch.close(Verdict.NONE, reason);
    return Verdict.NONE;
  }

  /// IPREV, and what is told beside it; the branch is concluded as IPREV is.
  private Verdict check(
      Subject subject, InetAddress client, Optional<String> helo, Optional<String> mailFrom)
      throws InterruptedException {
    var branch = subject.branch;
    if (!options.checks().contains(Check.IPREV)) {
      return nothing(subject, InvestigationReason.SWITCHED_OFF);
    }
    var verifier = subject.hop.isPresent() ? ofHops : named;
    var iprev =
        options.asking() ? verifier.check(client, branch) : verifier.offline(client, branch);
    subject.result = Optional.of(iprev);
    subject.again = Repetition.of(verifier, iprev, conditions, branch);
    if (options.asking()) {
      new Enricher(options.enrichment()).address(client, branch);
    }
    compare(iprev, subject.again, new Claims(helo, mailFrom), branch);
    if (subject.hop.isEmpty()) {
      Sessions.judge(session(iprev, helo, mailFrom), options.receivers(), branch);
    }
    var outcome = iprev.step().outcome().orElseThrow();
    branch.close(outcome.verdict(), outcome.reason(), outcome.values().toArray(Value[]::new));
    return outcome.verdict();
  }

  /// What a server knows of an address that is named by itself.
  private static Session session(
      IprevResult iprev, Optional<String> helo, Optional<String> mailFrom) {
    var none = Optional.<Session.Checked>empty();
    return new Session(
        iprev.client(),
        helo,
        mailFrom,
        Optional.of(iprev),
        Optional.empty(),
        Optional.empty(),
        none,
        none,
        Optional.empty());
  }

  /// What is told beside IPREV, where it was asked.
  static void compare(
      IprevResult iprev, Optional<RotationResult> again, Claims claims, Branch branch)
      throws InterruptedException {
    if (iprev.verdict() != Verdict.NONE) {
      if (claims.helo().isPresent()) {
        ClientComparison.helo(claims.helo().get(), iprev, branch);
      }
      claims
          .mailFrom()
          .flatMap(Run::domain)
          .ifPresent(domain -> ClientComparison.mailFrom(domain, iprev, again, branch));
    }
  }

  /// The domain of an envelope sender; none for the null sender (RFC 5321, 4.5.5).
  private static Optional<String> domain(String mailFrom) {
    var at = mailFrom.lastIndexOf('@');
    return at < 0 || at == mailFrom.length() - 1
        ? Optional.empty()
        : Optional.of(mailFrom.substring(at + 1));
  }

  /// The hops, newest first, with what was found so far.
  List<HopResult> hops() {
    return subjects.reversed().stream()
        .flatMap(subject ->
            subject.hop.stream()
                .map(hop ->
                    new HopResult(
                        hop, subject.branch.path(), isAbove(hop), notes(hop), subject.result)))
        .toList();
  }

  private Optional<HopNotes> notes(Hop hop) {
    return way.map(shown -> shown.hops().get(hop.index()));
  }

  private boolean isAbove(Hop hop) {
    return line.filter(drawn -> drawn.isAbove(hop)).isPresent();
  }

  /// What the checks of the mail found so far; absent where there is no mail.
  Optional<MailResult> mail() {
    return mail.map(MailRun::result);
  }

  /// What checking again showed so far, in the order of the tree.
  List<RotationResult> rotations() {
    return Stream.concat(
            subjects.stream().flatMap(subject -> subject.again.stream()),
            mail.stream().flatMap(run -> run.rotation().stream()))
        .toList();
  }

  /// The documents that were asked for so far, in the order of the tree.
  List<Fetched> documents() {
    return documents;
  }

  /// The results so far, in the order of the tree.
  List<IprevResult> iprev() {
    return subjects.stream().flatMap(subject -> subject.result.stream()).toList();
  }
}
