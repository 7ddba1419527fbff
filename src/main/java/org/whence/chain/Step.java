package org.whence.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.whence.dns.Exchange;

/// A node of the tree of evidence, closed and immutable.
///
/// @param path the place in the tree: `0` for the root, `0.2` for its third step. Steps are
///   numbered in the order in which they were opened; a path stays the same from opening on.
/// @param topic what the step is about
/// @param values what it is about in particular; the topic says how many and of which kind
/// @param exchanges what was asked of DNS for this very step, in order: one, or more where the
///   question was asked again
/// @param outcome how it was concluded; absent for steps that judge nothing
/// @param findings what was noticed beside the verdict
/// @param stopped whether the run was stopped before this step was concluded
/// @param steps the steps below, in the order in which they were opened
public record Step(
    String path,
    Topic topic,
    List<Value> values,
    List<Exchange> exchanges,
    Optional<Outcome> outcome,
    List<Finding> findings,
    boolean stopped,
    List<Step> steps) {

  public Step {
    values = List.copyOf(values);
    exchanges = List.copyOf(exchanges);
    findings = List.copyOf(findings);
    steps = List.copyOf(steps);
  }

  /// How much it had to do with the result of its check.
  public Emphasis emphasis() {
    return Emphasis.of(outcome, findings);
  }

  /// This step and all below it, depth first.
  public Stream<Step> all() {
    return Stream.concat(Stream.of(this), steps.stream().flatMap(Step::all));
  }

  /// Every exchange of this step and of those below it, in the order of the tree.
  public List<Exchange> allExchanges() {
    var all = new ArrayList<Exchange>();
    gather(all);
    return all;
  }

  /// Every finding of this step and of those below it, in the order of the tree.
  public List<Finding> allFindings() {
    var all = new ArrayList<Finding>();
    gatherFindings(all);
    return all;
  }

  private void gatherFindings(List<Finding> all) {
    if (!findings.isEmpty()) {
      all.addAll(findings);
    }
    for (var step : steps) {
      step.gatherFindings(all);
    }
  }

  private void gather(List<Exchange> all) {
    if (!exchanges.isEmpty()) {
      all.addAll(exchanges);
    }
    for (var step : steps) {
      step.gather(all);
    }
  }

  /// The step at a path, where there is one.
  public Optional<Step> at(String wanted) {
    if (wanted.equals(path)) {
      return Optional.of(this);
    }
    return steps.stream()
        .filter(step -> wanted.equals(step.path) || wanted.startsWith(step.path + "."))
        .findFirst()
        .flatMap(step -> step.at(wanted));
  }

  /// The same step with another one below it, behind those that are there; the paths of that one
  /// and of all below it become those of their new place.
  public Step withStep(Step more) {
    var all = new ArrayList<>(steps);
    all.add(more.movedTo(path + "." + steps.size()));
    return new Step(path, topic, values, exchanges, outcome, findings, stopped, all);
  }

  /// The same step without some of the steps below it; the others keep their paths.
  ///
  /// @param kept which stay
  public Step withSteps(Predicate<Step> kept) {
    var all = steps.stream().filter(kept).toList();
    return new Step(path, topic, values, exchanges, outcome, findings, stopped, all);
  }

  /// The same tree with other steps behind those of the step at a path, whose own paths are of that
  /// place already; see [Branch#behind].
  ///
  /// @return this tree where there is no step at the path
  public Step withStepsAt(String wanted, List<Step> more) {
    if (!wanted.equals(path) && !wanted.startsWith(path + ".")) {
      return this;
    }
    var all = new ArrayList<Step>();
    steps.forEach(step -> all.add(step.withStepsAt(wanted, more)));
    if (wanted.equals(path)) {
      all.addAll(more);
    }
    return new Step(path, topic, values, exchanges, outcome, findings, stopped, all);
  }

  private Step movedTo(String place) {
    var moved = new ArrayList<Step>(steps.size());
    for (var step : steps) {
      moved.add(step.movedTo(place + step.path.substring(path.length())));
    }
    return new Step(place, topic, values, exchanges, outcome, findings, stopped, moved);
  }

  /// The same tree with one more exchange at a path: the question was asked again. Verdicts stay as
  /// they were; both answers are in the record.
  ///
  /// @return this tree where there is no step at the path
  public Step withExchange(String wanted, Exchange again) {
    if (wanted.equals(path)) {
      var both = new ArrayList<>(exchanges);
      both.add(again);
      return new Step(path, topic, values, both, outcome, findings, stopped, steps);
    }
    if (!wanted.startsWith(path + ".")) {
      return this;
    }
    var changed = steps.stream().map(step -> step.withExchange(wanted, again)).toList();
    return new Step(path, topic, values, exchanges, outcome, findings, stopped, changed);
  }
}
