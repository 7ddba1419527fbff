package org.whence.investigation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.chain.Step;
import org.whence.chain.Verdict;
import org.whence.fetch.Fetched;
import org.whence.iprev.IprevResult;
import org.whence.iprev.RotationResult;
import org.whence.spf.Supposed;

/// What was found: the input, what the run rested on, the results, and the tree that explains them.
///
/// @param started when the run began, by the clock of the machine
/// @param finished when it ended
/// @param stopped whether it was stopped before its end; what was found until then is here
/// @param hops the Received fields of a mail, newest first as they stand in it
/// @param iprev the results of IPREV for addresses and hops, in the order of the tree
/// @param rotations what checking the clients again showed, in the order of the tree, where it was
///   asked for
/// @param mail what the checks of the mail found, where it is one
/// @param documents those that were asked for, and what came of each, in the order of the tree
/// @param tree all evidence
public record Investigation(
    Input input,
    Parameters parameters,
    Instant started,
    Instant finished,
    boolean stopped,
    List<HopResult> hops,
    List<IprevResult> iprev,
    List<RotationResult> rotations,
    Optional<MailResult> mail,
    List<Fetched> documents,
    Step tree) {

  public Investigation {
    hops = List.copyOf(hops);
    iprev = List.copyOf(iprev);
    rotations = List.copyOf(rotations);
    documents = List.copyOf(documents);
  }

  /// Whether a check ended with `fail`, `softfail` or `permerror`: IPREV of any address or hop, or
  /// a check of the mail; see [MailResult#counted].
  public boolean anyFailed() {
    return verdicts().anyMatch(Verdict::failed);
  }

  /// Whether a check could not tell: `temperror`.
  public boolean anyUnsure() {
    return verdicts().anyMatch(verdict -> verdict == Verdict.TEMPERROR);
  }

  private Stream<Verdict> verdicts() {
    return Stream.concat(
        iprev.stream().map(IprevResult::verdict),
        mail.stream().map(MailResult::counted).flatMap(List::stream));
  }

  /// The same investigation with what a domain publishes, which was looked at after the run.
  public Investigation withPosture(String domain, Step more) {
    var options = parameters.options();
    var domains = Stream.concat(options.postures().stream(), Stream.of(domain)).distinct().toList();
    return with(options.withPostures(domains), mail, documents, tree.withStep(more));
  }

  /// The same investigation with a document that was asked for after the run.
  ///
  /// @param more its step
  public Investigation withDocument(Fetched document, Step more) {
    var options = parameters.options();
    var uris = new ArrayList<>(options.fetches());
    uris.add(document.uri());
    var all = new ArrayList<>(documents);
    all.add(document);
    return with(options.withFetches(uris), mail, all, tree.withStep(more));
  }

  /// The same investigation with something that was supposed of SPF after the run.
  ///
  /// @param more as [Investigator#suppose] found it of this investigation
  public Investigation withSupposed(Supposed more) {
    var options = parameters.options();
    var all = new ArrayList<>(options.spf().suppositions());
    all.add(more.supposition());
    return with(
        options.withSpf(options.spf().withSuppositions(all)),
        mail.map(result -> result.withSupposed(more)),
        documents,
        tree.withStepsAt(parent(more.step().path()), List.of(more.step())));
  }

  static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /// The same investigation with a tree that holds more evidence: a question was asked again.
  public Investigation withTree(Step grown) {
    return with(parameters.options(), mail, documents, grown);
  }

  private Investigation with(
      Options options, Optional<MailResult> checked, List<Fetched> fetched, Step grown) {
    return new Investigation(
        input,
        new Parameters(parameters.version(), parameters.resolver(), options),
        started,
        finished,
        stopped,
        hops,
        iprev,
        rotations,
        checked,
        fetched,
        grown);
  }
}
