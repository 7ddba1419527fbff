package org.whence.gui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Emphasis;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.chain.Step;
import org.whence.dns.Exchange;

/// What is known of a node at a moment.
///
/// @param step the closed step, once there is one
public record NodeState(
    Progress progress,
    List<Exchange> exchanges,
    List<Finding> findings,
    Optional<Outcome> outcome,
    Optional<Step> step) {

  static final NodeState PLANNED =
      new NodeState(Progress.PLANNED, List.of(), List.of(), Optional.empty(), Optional.empty());

  public NodeState {
    exchanges = List.copyOf(exchanges);
    findings = List.copyOf(findings);
  }

  static NodeState of(Step step) {
    return new NodeState(
        step.stopped() ? Progress.STOPPED : Progress.CLOSED,
        step.exchanges(),
        step.findings(),
        step.outcome(),
        Optional.of(step));
  }

  /// The last answer: that of the question when it was asked again.
  public Optional<Exchange> lastExchange() {
    return exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.getLast());
  }

  /// How much it had to do with the result of its check.
  public Emphasis emphasis() {
    return Emphasis.of(outcome, findings);
  }

  NodeState with(Progress now) {
    return new NodeState(now, exchanges, findings, outcome, step);
  }

  NodeState with(Exchange exchange) {
    return new NodeState(Progress.ANSWERED, and(exchanges, exchange), findings, outcome, step);
  }

  NodeState with(Finding finding) {
    return new NodeState(progress, exchanges, and(findings, finding), outcome, step);
  }

  /// Whether nothing more is awaited.
  public boolean ended() {
    return progress == Progress.CLOSED || progress == Progress.STOPPED;
  }

  private static <T> List<T> and(List<T> before, T one) {
    var all = new ArrayList<>(before);
    all.add(one);
    return all;
  }
}
