package org.whence.receiver;

import org.whence.chain.Branch;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// Puts judgements into the tree: a step a server, below it one a rule. A refusal is `policy`: a
/// rule of the receiver's (RFC 8601, 2.4), not a result of a check.
public final class JudgementTree {
  private JudgementTree() {}

  /// Grows the step of a judgement below the branch.
  public static Step grow(Judgement judged, Branch above) {
    var profile = judged.profile();
    var branch =
        above.open(ReceiverTopic.PROFILE, Value.of(profile.title()), Value.of(profile.source()));
    if (judged.iprev() != Verdict.NONE) {
      branch.note(ReceiverReason.READS_IPREV, Value.of(judged.iprev().word()));
    }
    judged.rules().forEach(rule -> rule(rule, branch));
    var refusal = judged.refusal();
    if (refusal.isPresent()) {
      return branch.close(
          judged.temporary() ? Verdict.TEMPERROR : Verdict.POLICY,
          judged.temporary() ? ReceiverReason.DEFERRED : ReceiverReason.REFUSED,
          Value.of(refusal.get().said()),
          Value.of(refusal.get().path().orElse("")));
    }
    if (!judged.symbols().isEmpty()) {
      return branch.close(
          Verdict.NEUTRAL,
          ReceiverReason.SCORED,
          Value.of(judged.score().toPlainString()),
          Value.of(judged.symbols().size()));
    }
    return branch.close(
        Verdict.NEUTRAL, judged.open() ? ReceiverReason.OPEN : ReceiverReason.TAKEN);
  }

  private static void rule(RuleOutcome outcome, Branch above) {
    var rule = outcome.rule();
    var step = above.open(ReceiverTopic.RULE, Value.of(rule.stage().word()), Value.of(rule.text()));
    if (outcome.byChance()) {
      step.note(ReceiverReason.BY_CHANCE);
    }
    var path = Value.of(outcome.path().orElse(""));
    switch (outcome.held()) {
      case NOT_MATCHED -> step.close(Verdict.NONE, ReceiverReason.NOT_MATCHED, path);
      case NOT_REACHED -> step.close(Verdict.NONE, ReceiverReason.NOT_REACHED, path);
      case UNKNOWN -> step.close(Verdict.NONE, ReceiverReason.UNKNOWN, path);
      case MATCHED -> matched(outcome, step, path);
    }
  }

  private static void matched(RuleOutcome outcome, Branch step, Value path) {
    switch (outcome.rule().action()) {
      case Action.Reply reply ->
          step.close(
              reply.temporary() ? Verdict.TEMPERROR : Verdict.POLICY,
              reply.temporary() ? ReceiverReason.DEFERRED : ReceiverReason.REFUSED,
              Value.of(outcome.said()),
              path);
      case Action.Symbol(var name, var score) ->
          step.close(
              Verdict.NEUTRAL,
              ReceiverReason.SYMBOL,
              Value.of(name),
              Value.of(score.toPlainString()),
              path);
      case Action.Note _ ->
          step.close(Verdict.NEUTRAL, ReceiverReason.NOTED, Value.of(outcome.said()), path);
    }
  }
}
