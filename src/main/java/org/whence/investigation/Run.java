package org.whence.investigation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.fetch.Fetched;
import org.whence.fetch.HttpsFetch;
import org.whence.header.HeaderVerifier;
import org.whence.hop.HopNotes;
import org.whence.hop.Way;
import org.whence.iprev.IprevResult;
import org.whence.iprev.RotationResult;
import org.whence.mail.Hop;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.part.PartVerifier;
import org.whence.posture.PostureVerifier;

/// One run: plans a branch for everything that will be looked at, then works on them together, and
/// keeps the results as they come, so that a stopped run still has what was found.
final class Run {
  private final Conditions conditions;
  private final Options options;
  private final Branch root;

  private final List<Subject> subjects = new ArrayList<>();
  private volatile Optional<MailRun> mail = Optional.empty();
  private volatile Optional<TrustLine> line = Optional.empty();
  private volatile Optional<Way> way = Optional.empty();
  private volatile List<Fetched> documents = List.of();

  Run(Conditions conditions, Branch root) {
    this.conditions = conditions;
    this.options = conditions.options();
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
    return () -> subject.check(ip, new Claims(options.helo(), options.mailFrom()));
  }

  private Callable<Verdict> address(InetAddress address) {
    var subject =
        subject(root.open(InvestigationTopic.ADDRESS, Value.of(address)), Optional.empty());
    return () -> address(subject, address);
  }

  private Verdict address(Subject subject, InetAddress address) throws InterruptedException {
    // What the receiving server saw was seen of one client: of the one that was named, or of this.
    var seen = options.ip().isEmpty();
    var claims =
        seen
            ? new Claims(options.helo(), options.mailFrom())
            : new Claims(Optional.empty(), Optional.empty());
    return subject.check(address, claims);
  }

  /// Checks one address, and nothing else.
  Investigator.Repeated only(InetAddress address) throws InterruptedException {
    var branch = root.open(InvestigationTopic.ADDRESS, Value.of(address));
    var subject = subject(branch, Optional.empty());
    address(subject, address);
    return new Investigator.Repeated(subject.result().orElseThrow(), subject.again());
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
      shown.hops().get(hop.index()).tell(subject.branch());
      pieces.add(() -> subject.hop(hop.received()));
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
    var subject = new Subject(branch, hop, conditions);
    subjects.add(subject);
    return subject;
  }

  /// The hops, newest first, with what was found so far.
  List<HopResult> hops() {
    return subjects.reversed().stream()
        .flatMap(subject ->
            subject.hop().stream()
                .map(hop ->
                    new HopResult(
                        hop, subject.branch().path(), isAbove(hop), notes(hop), subject.result())))
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
            subjects.stream().flatMap(subject -> subject.again().stream()),
            mail.stream().flatMap(run -> run.rotation().stream()))
        .toList();
  }

  /// The documents that were asked for so far, in the order of the tree.
  List<Fetched> documents() {
    return documents;
  }

  /// The results so far, in the order of the tree.
  List<IprevResult> iprev() {
    return subjects.stream().flatMap(subject -> subject.result().stream()).toList();
  }
}
