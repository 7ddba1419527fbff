package org.whence.spf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// Evaluates one record: its terms from left to right, then `redirect` (RFC 7208, 4.6 and 4.7).
final class RecordCheck {
  private final Evaluation evaluation;
  private final SpfRecord record;
  private final Branch branch;
  private final List<TermStep> steps;
  private final AddressSet allowed = new AddressSet();
  private final BitSet closed = new BitSet();
  private Frame frame;
  private int next;
  private boolean allReached;
  private SpfReason restReason = SpfReason.NOT_EVALUATED;
  private Value[] restValues = {};

  RecordCheck(Evaluation evaluation, Frame frame, Branch above, HostCheck.Published published) {
    this.evaluation = evaluation;
    this.frame = frame;
    this.record = RecordParser.parse(published.text());
    this.branch =
        above.open(SpfTopic.RECORD, TargetName.value(frame.domain()), Value.of(published.text()));
    allowed.add(record);
    RecordFindings.note(record, published.strings(), allowed, branch);
    steps = new ArrayList<>(record.terms().size());
    for (var term : record.terms()) {
      steps.add(TermStep.open(branch, term, steps.size() + 1, frame.domain()));
    }
  }

  SpfRecord record() {
    return record;
  }

  Conclusion check() throws InterruptedException {
    var sound = record.isSound();
    if (sound && frame.allows()) {
      evaluation.allowed().add(allowed);
    }
    var conclusion = sound ? mechanisms() : syntax();
    if (!evaluation.leave(this)) {
      leaveRest();
    }
    evaluation.close(branch, conclusion);
    return conclusion;
  }

  /// RFC 7208, 4.6: any syntax error anywhere is a permerror, without further evaluation.
  private Conclusion syntax() {
    var first = record.flaws().getFirst();
    var conclusion =
        Conclusion.of(
            Verdict.PERMERROR,
            SpfReason.SYNTAX,
            TargetName.value(frame.domain()),
            Value.of(first.offset() + 1),
            Value.of(first.detail()));
    for (var step : steps.reversed()) {
      if (step.term() instanceof Term.Broken(_, _, var flaw)) {
        markDeciding(step, Verdict.PERMERROR);
        close(step, Verdict.PERMERROR, flaw.reason(), flaw.values());
        conclusion = conclusion.from(step);
      }
    }
    return conclusion;
  }

  private Conclusion mechanisms() throws InterruptedException {
    while (next < steps.size()) {
      var step = steps.get(next++);
      if (step.term() instanceof Term.Directive directive) {
        var ended = directive(directive, step);
        if (ended.isPresent()) {
          return ended.get();
        }
      }
    }
    var redirect = redirectStep();
    if (redirect.isPresent()) {
      return redirect(redirect.get());
    }
    // RFC 7208, 4.7
    return Conclusion.of(Verdict.NEUTRAL, SpfReason.NO_MATCH, TargetName.value(frame.domain()));
  }

  /// Evaluates one directive and concludes its step.
  ///
  /// @return the conclusion, where the term ends the record
  private Optional<Conclusion> directive(Term.Directive directive, TermStep step)
      throws InterruptedException {
    return switch (new MechanismCheck(evaluation, frame, directive, step).match()) {
      case Match.Missed(var reason, var values) -> {
        close(step, Verdict.NONE, reason, values.toArray(Value[]::new));
        yield Optional.empty();
      }
      case Match.Broke(var conclusion) -> {
        restIs(SpfReason.AFTER_ERROR, Value.of(directive.text()));
        markDeciding(step, conclusion.verdict());
        close(step, conclusion);
        yield Optional.of(conclusion.through(step));
      }
      case Match.Matched matched -> Optional.of(matched(directive, step, matched));
    };
  }

  /// RFC 7208, 4.6.2.
  private Conclusion matched(Term.Directive directive, TermStep step, Match.Matched matched)
      throws InterruptedException {
    var verdict = directive.qualifier().verdict();
    allReached = directive.isAll();
    restIs(allReached ? SpfReason.AFTER_ALL : SpfReason.AFTER_MATCH, Value.of(directive.text()));
    markDeciding(step, verdict);
    close(step, verdict, matched.reason(), matched.values().toArray(Value[]::new));
    var conclusion = Conclusion.matched(verdict, directive, matched).through(step);
    return verdict == Verdict.FAIL ? explained(conclusion) : conclusion;
  }

  /// RFC 7208, 6.2: not where the record is included.
  private Conclusion explained(Conclusion conclusion) throws InterruptedException {
    if (frame.weight() == Weight.ANY) {
      for (var step : steps) {
        if (step.term() instanceof Term.Explanation explanation) {
          closed.set(step.number());
          return conclusion.withExplanation(
              new Explainer(evaluation, frame, step).explain(explanation));
        }
      }
    }
    return conclusion;
  }

  /// The step of `redirect`, where it counts: not beside `all` (RFC 7208, 5.1).
  private Optional<TermStep> redirectStep() {
    return record.all().isPresent()
        ? Optional.empty()
        : steps.stream().filter(step -> step.term() instanceof Term.Redirect).findFirst();
  }

  /// RFC 7208, 6.1.
  private Conclusion redirect(TermStep step) throws InterruptedException {
    evaluation.ledger().countTerm(step);
    var broken = evaluation.ledger().broken();
    var conclusion = broken.isPresent() ? broken.get() : redirected(step);
    markDeciding(step, conclusion.verdict());
    close(step, conclusion);
    return conclusion.through(step);
  }

  private Conclusion redirected(TermStep step) throws InterruptedException {
    var target = step.term().target().orElseThrow();
    var domain = new MacroExpander(evaluation, frame.domain()).name(target, step);
    var broken = evaluation.ledger().broken();
    if (broken.isPresent()) {
      return broken.get();
    }
    var found = new HostCheck(evaluation, frame.redirected(domain, step)).check(step.branch());
    return found.verdict() == Verdict.NONE && found.reason() != SpfReason.SEEN_BEFORE
        ? Conclusion.of(Verdict.PERMERROR, SpfReason.REDIRECT_NONE, TargetName.value(domain))
        : found;
  }

  /// After the decision: evaluates what was not reached, up to `all`, and decides nothing.
  void goOn() throws InterruptedException {
    frame = frame.weightless();
    while (next < steps.size() && !allReached) {
      var step = steps.get(next++);
      if (step.term() instanceof Term.Directive directive && mayGoOn(step)) {
        directive(directive, step);
      }
    }
    var redirect = redirectStep().filter(step -> !closed.get(step.number()));
    if (redirect.isPresent() && mayGoOn(redirect.get())) {
      redirect(redirect.get());
    }
    leaveRest();
  }

  private boolean mayGoOn(TermStep step) {
    step.branch().note(SpfReason.BEYOND);
    if (step.term().asks() && evaluation.ledger().total() >= SpfVerifier.MAX_BEYOND) {
      close(step, Verdict.NONE, SpfReason.BEYOND_LIMIT, Value.of(SpfVerifier.MAX_BEYOND));
      return false;
    }
    return true;
  }

  private void restIs(SpfReason reason, Value about) {
    restReason = reason;
    restValues = new Value[] {about};
  }

  /// Concludes the terms that were not evaluated, with the reason.
  private void leaveRest() {
    for (var step : steps) {
      if (!closed.get(step.number())) {
        switch (step.term()) {
          case Term.Unknown _ -> close(step, Verdict.NONE, SpfReason.UNKNOWN_MODIFIER);
          case Term.Explanation _ -> close(step, Verdict.NONE, SpfReason.EXPLANATION_UNUSED);
          case Term.Redirect _ when record.all().isPresent() ->
              close(step, Verdict.NONE, SpfReason.REDIRECT_IGNORED);
          case Term.Redirect _, Term.Directive _, Term.Broken _ ->
              close(step, Verdict.NONE, restReason, restValues);
        }
      }
    }
  }

  private void markDeciding(TermStep step, Verdict verdict) {
    var error = verdict == Verdict.TEMPERROR || verdict == Verdict.PERMERROR;
    if (!evaluation.ledger().isBeyond() && (error || frame.weight().decides(verdict))) {
      step.branch().note(SpfReason.DECIDES);
    }
  }

  private void close(TermStep step, Conclusion conclusion) {
    close(step, conclusion.verdict(), conclusion.reason(), conclusion.valueArray());
  }

  private void close(TermStep step, Verdict verdict, SpfReason reason, Value... values) {
    closed.set(step.number());
    evaluation.close(step.branch(), verdict, reason, values);
  }
}
