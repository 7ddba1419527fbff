package org.whence.investigation;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.arc.ArcOptions;
import org.whence.arc.ArcResult;
import org.whence.arc.ArcVerifier;
import org.whence.chain.Branch;
import org.whence.chain.ChainListener;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.chain.Together;
import org.whence.chain.Value;
import org.whence.dkim.DkimOptions;
import org.whence.dkim.DkimResult;
import org.whence.dkim.DkimVerifier;
import org.whence.dmarc.DmarcRequest;
import org.whence.dmarc.DmarcResult;
import org.whence.dmarc.DmarcSpec;
import org.whence.dmarc.DmarcVerifier;
import org.whence.dns.Exchange;
import org.whence.dns.Names;
import org.whence.dns.Question;
import org.whence.dns.Resolution;
import org.whence.fetch.Fetched;
import org.whence.fetch.HttpsFetch;
import org.whence.iprev.IprevResult;
import org.whence.iprev.IprevVerifier;
import org.whence.iprev.RotationResult;
import org.whence.mail.HopChain;
import org.whence.mail.Message;
import org.whence.posture.PostureVerifier;
import org.whence.spf.SpfRequest;
import org.whence.spf.SpfResult;
import org.whence.spf.SpfVerifier;
import org.whence.spf.Supposed;
import org.whence.spf.Supposition;
import org.xbill.DNS.Type;

/// Runs investigations. Keeps nothing between them but the resolver's cache; several may run at
/// once.
public final class Investigator {
  private final Resolution resolution;
  private final List<Resolution.Peer> peers;
  private final InstantSource clock;
  private final Options options;

  /// @param resolution whom to ask; closing it is the caller's
  public Investigator(Resolution resolution, InstantSource clock, Options options) {
    this.resolution = resolution;
    this.peers = resolution.peers();
    this.clock = clock;
    this.options = options;
  }

  /// Runs all checks that the input calls for, and returns when they have ended.
  ///
  /// When the calling thread is interrupted, the run stops at once and what was found until then is
  /// returned, with [Investigation#stopped()]; the thread's interrupt status is set again.
  public Investigation investigate(Input input, ChainListener listener) {
    var started = clock.instant();
    var root =
        Branch.root(
            resolution.resolver(),
            listener,
            new VirtualThreads(),
            InvestigationTopic.CASE,
            Value.of(input.source().name()));
    var run = new Run(conditions(), root);
    var stopped = false;
    try {
      run.all(input);
    } catch (InterruptedException e) {
      stopped = true;
      run.hold();
      Thread.currentThread().interrupt();
    }
    var tree = stopped ? root.stop() : root.close();
    return new Investigation(
        input,
        parameters(),
        started,
        clock.instant(),
        stopped,
        run.hops(),
        run.iprev(),
        run.rotations(),
        run.mail(),
        run.documents(),
        tree);
  }

  private Conditions conditions() {
    return new Conditions(
        options,
        resolution.named(),
        resolution.sends(),
        peers,
        judging(),
        clock,
        DmarcSpec.RFC9989,
        true);
  }

  /// The clock to judge by: the machine's, or set to the moment that the analyst named. It goes on,
  /// so that limits of time hold.
  private InstantSource judging() {
    var ahead = options.at().map(at -> Duration.between(clock.instant(), at));
    return ahead.isEmpty() ? clock : () -> clock.instant().plus(ahead.get());
  }

  /// Asks the question of a step once more, past the cache. The verdicts of the run stay; see
  /// [Step#withExchange].
  ///
  /// @param step a step of topic [ChainTopic#QUESTION]
  public Exchange askAgain(Step step) throws InterruptedException {
    if (step.topic() == ChainTopic.QUESTION
        && step.values().getFirst() instanceof Value.Domain(var name)
        && step.values().getLast() instanceof Value.Text(var type)) {
      var question = new Question(Names.parse(name).orElseThrow(), Type.value(type));
      return resolution.fresh().resolve(question, step.path());
    }
    throw new IllegalArgumentException("not a question: " + step.path());
  }

  /// Checks one address of a list, as if it were the only one.
  ///
  /// @param source where the list came from
  public AddressResult address(AddressEntry entry, Source source) throws InterruptedException {
    return address(entry, source, ChainListener.NONE);
  }

  /// The same, with somebody who hears the tree grow.
  public AddressResult address(AddressEntry entry, Source source, ChainListener listener)
      throws InterruptedException {
    var started = clock.instant();
    var root =
        Branch.root(
            resolution.resolver(),
            listener,
            new VirtualThreads(),
            InvestigationTopic.CASE,
            Value.of(source.name()));
    var run = new Run(conditions(), root);
    var found = run.only(entry.literal().address());
    return new AddressResult(
        entry, started, clock.instant(), found.first(), found.again(), root.close());
  }

  /// Looks at what a domain publishes, without any input around it.
  ///
  /// @param domain as [PostureVerifier#domain] has it
  public Step posture(String domain, ChainListener listener) throws InterruptedException {
    var root =
        Branch.root(
            resolution.resolver(),
            listener,
            new VirtualThreads(),
            InvestigationTopic.CASE,
            Value.of(domain));
    new PostureVerifier(options.suffixes()).check(domain, root);
    return root.close();
  }

  /// Looks at a document without any input around it: asks DNS for its host, and fetches nothing
  /// yet. Where answers do not come from a network it cannot be fetched at all.
  public Document document(String uri, HttpsFetch fetch) throws InterruptedException {
    var root = alone(InvestigationTopic.CASE, Value.of(uri));
    var found = fetch.look(uri, root);
    if (found.isPresent() && !resolution.sends()) {
      found.get().leave();
      return new Document(uri, root, Optional.empty(), clock);
    }
    return new Document(uri, root, found, clock);
  }

  /// Tells of documents that were asked for before, each as a branch behind those of a run: what
  /// came is known, and nothing is sent for it.
  public Investigation known(List<Fetched> documents, Investigation found)
      throws InterruptedException {
    var grown = found;
    for (var document : documents) {
      grown = known(document, grown);
    }
    return grown;
  }

  private Investigation known(Fetched document, Investigation found) throws InterruptedException {
    var fetch = document.reply().map(HttpsFetch::known).orElseGet(HttpsFetch::none);
    var root = alone(InvestigationTopic.CASE, Value.of(document.uri()));
    var looked = fetch.look(document.uri(), root);
    var told = new Document(document.uri(), root, looked, clock);
    var ended = document.reply().isPresent() ? told.fetch() : told.leave();
    return found.withDocument(document, ended.step());
  }

  /// What all reports repeat: program version, resolver, options.
  public Parameters parameters() {
    return new Parameters(Version.current(), resolution.description(), options);
  }

  /// Checks one address, without any input around it.
  public IprevResult iprev(InetAddress client) throws InterruptedException {
    return repeated(client).first();
  }

  /// A check of an address, and what checking it again showed, where the options want it.
  public record Repeated(IprevResult first, Optional<RotationResult> again) {}

  /// Checks one address, again as often as the options want, without any input around it.
  public Repeated repeated(InetAddress client) throws InterruptedException {
    var root = alone(client);
    var verifier = new IprevVerifier(options.asksSpecialUse() || resolution.named());
    var first = options.asking() ? verifier.check(client, root) : verifier.offline(client, root);
    return new Repeated(first, Repetition.of(verifier, first, conditions(), root));
  }

  /// Checks what one client was called, without any input around it.
  public SpfResult spf(SpfRequest request) throws InterruptedException {
    var root = alone(request.ip());
    var verifier = new SpfVerifier(judging(), options.spf());
    return options.asking() ? verifier.check(request, root) : verifier.offline(request, root);
  }

  /// What SPF would say, had something else been seen: a branch beside that of the run, whose
  /// results stay as they are; see [Investigation#withSupposed]. Questions go the way of those of
  /// the run, out of the cache where it has them.
  ///
  /// @param seen a result in the tree
  /// @param tree that of the run
  /// @return the result with its step, whose path is the next one below the check of SPF
  /// @throws InterruptedException if the thread is interrupted: at once, and nothing is kept
  /// @throws IllegalStateException where the options say that nothing may be asked
  public Supposed suppose(SpfResult seen, Supposition supposition, Step tree)
      throws InterruptedException {
    if (!options.asking()) {
      throw new IllegalStateException("nothing may be asked");
    }
    var check = tree.at(Investigation.parent(seen.step().path())).orElseThrow();
    var branch = Branch.behind(check, resolution.resolver(), new VirtualThreads());
    return new SpfVerifier(judging(), options.spf()).suppose(seen, supposition, branch);
  }

  /// Makes the checks of a message; its hops are read, and their clients left alone. DMARC is
  /// judged by RFC 9989 alone.
  ///
  /// @param chain the hops of the message, which whoever tells of them has read
  public MailResult mail(Message message, HopChain chain) throws InterruptedException {
    return mail(message, chain, DmarcSpec.RFC9989);
  }

  /// The same, with DMARC judged by another text.
  public MailResult mail(Message message, DmarcSpec spec) throws InterruptedException {
    return mail(message, HopChain.of(message), spec);
  }

  private MailResult mail(Message message, HopChain chain, DmarcSpec spec)
      throws InterruptedException {
    var arrival = Arrival.of(message, chain, options);
    var root = alone(InvestigationTopic.MESSAGE, arrival.values());
    var run = new MailRun(arrival, conditions().withDmarc(spec), root);
    run.run();
    run.finish(List.of());
    return run.result();
  }

  /// Checks the DKIM-Signatures of a message, and nothing else.
  public DkimResult dkim(Message message) throws InterruptedException {
    var arrival = Arrival.of(message, HopChain.of(message), options);
    var how =
        DkimOptions.defaults()
            .withAsking(options.asking())
            .withAsOf(conditions().asOf(arrival.cameIn()));
    return new DkimVerifier(judging(), how).check(message, alone(arrival));
  }

  /// Validates the ARC chain of a message, and nothing else.
  public ArcResult arc(Message message) throws InterruptedException {
    var arrival = Arrival.of(message, HopChain.of(message), options);
    var how =
        ArcOptions.defaults()
            .withAsking(options.asking())
            .withAsOf(conditions().asOf(arrival.cameIn()))
            .withTrustedSealers(options.trust().sealers());
    return new ArcVerifier(judging(), how).check(message, alone(arrival));
  }

  /// Judges what a message would come to with these authors and identifiers, without any input
  /// around it.
  public DmarcResult dmarc(DmarcRequest request, DmarcSpec spec) throws InterruptedException {
    var root = alone(InvestigationTopic.MESSAGE, Value.of(""), Value.of(""), Value.of(""));
    var verifier = new DmarcVerifier(spec, options.suffixes());
    return options.asking() ? verifier.check(request, root) : verifier.offline(request, root);
  }

  private Branch alone(Arrival arrival) {
    return alone(InvestigationTopic.MESSAGE, arrival.values());
  }

  private Branch alone(InetAddress client) {
    return alone(InvestigationTopic.ADDRESS, Value.of(client));
  }

  /// Many such checks are made at once. Where none waits for a network, threads of its own would
  /// gain it nothing, and all of them would be half done for long, in memory.
  private Together together() {
    return resolution.sends() ? new VirtualThreads() : Together.IN_TURN;
  }

  private Branch alone(InvestigationTopic topic, Value... values) {
    return Branch.root(resolution.resolver(), ChainListener.NONE, together(), topic, values);
  }
}
