package org.whence.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Reason;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.receiver.Action;
import org.whence.receiver.Judgement;
import org.whence.receiver.ReceiverReason;
import org.whence.receiver.RuleOutcome;

/// What receiving servers would have done, as rows of words for people.
public final class ReceiverTable {
  private final Wording wording;

  /// @param wording the words to show it with
  public ReceiverTable(Wording wording) {
    this.wording = wording;
  }

  /// A server, or one of its rules below it.
  ///
  /// @param head whether it is the server
  /// @param what the server's title, or the rule as it is written
  /// @param iprev what the server reads IPREV as, which need not be what we say; empty for a rule
  /// @param stage when the rule is held against the client; empty for the server
  /// @param mark the colour of what it does; empty for a rule that does nothing
  /// @param decision a word: `refused deferred taken open scored`, or `acts` for a rule that writes
  ///   down
  /// @param acts whether it does something: refuses, or writes down
  /// @param said what the server says, or what became of the rule
  /// @param path the step that it rests on
  public record Row(
      boolean head,
      String what,
      Optional<Verdict> iprev,
      String stage,
      Optional<Verdict> mark,
      String decision,
      boolean acts,
      String said,
      Optional<String> path) {}

  /// A row the server, then one each rule in the order of the stages.
  public List<Row> rows(Judgement judged) {
    var rows = new ArrayList<Row>();
    var refusal = judged.refusal();
    rows.add(
        new Row(
            true,
            wording.running(judged.profile().title()),
            Optional.of(judged.iprev()),
            "",
            Optional.of(verdict(judged)),
            reason(judged).word(),
            refusal.isPresent(),
            decision(judged),
            refusal.flatMap(RuleOutcome::path)));
    judged.rules().forEach(rule -> rows.add(row(rule)));
    return List.copyOf(rows);
  }

  /// What the server does in the end, as in the tree.
  public static ReceiverReason reason(Judgement judged) {
    if (judged.refusal().isPresent()) {
      return judged.temporary() ? ReceiverReason.DEFERRED : ReceiverReason.REFUSED;
    }
    if (!judged.symbols().isEmpty()) {
      return ReceiverReason.SCORED;
    }
    return judged.open() ? ReceiverReason.OPEN : ReceiverReason.TAKEN;
  }

  private static Verdict verdict(Judgement judged) {
    return switch (reason(judged)) {
      case DEFERRED -> Verdict.TEMPERROR;
      case REFUSED -> Verdict.POLICY;
      default -> Verdict.NEUTRAL;
    };
  }

  private String decision(Judgement judged) {
    var reason = reason(judged);
    return switch (reason) {
      case DEFERRED, REFUSED -> wording.running(judged.refusal().orElseThrow().said());
      case SCORED ->
          words(
              reason, Value.of(judged.score().toPlainString()), Value.of(judged.symbols().size()));
      default -> words(reason);
    };
  }

  private Row row(RuleOutcome outcome) {
    var matched = outcome.held() == RuleOutcome.Held.MATCHED;
    var said =
        switch (outcome.held()) {
          case NOT_MATCHED -> words(ReceiverReason.NOT_MATCHED);
          case NOT_REACHED -> words(ReceiverReason.NOT_REACHED);
          case UNKNOWN -> words(ReceiverReason.UNKNOWN);
          case MATCHED -> does(outcome);
        };
    return new Row(
        false,
        wording.running(outcome.rule().text()),
        Optional.empty(),
        outcome.rule().stage().word(),
        matched ? Optional.of(mark(outcome.rule().action())) : Optional.empty(),
        outcome.rule().action() instanceof Action.Reply reply
            ? (reply.temporary() ? ReceiverReason.DEFERRED : ReceiverReason.REFUSED).word()
            : "acts",
        matched,
        outcome.byChance() ? said + "; " + words(ReceiverReason.BY_CHANCE) : said,
        outcome.path());
  }

  private static Verdict mark(Action action) {
    return switch (action) {
      case Action.Reply reply -> reply.temporary() ? Verdict.TEMPERROR : Verdict.POLICY;
      case Action.Symbol _, Action.Note _ -> Verdict.NEUTRAL;
    };
  }

  private String does(RuleOutcome outcome) {
    return switch (outcome.rule().action()) {
      case Action.Symbol(var name, var score) ->
          words(ReceiverReason.SYMBOL, Value.of(name), Value.of(score.toPlainString()));
      case Action.Reply _, Action.Note _ -> wording.running(outcome.said());
    };
  }

  private String words(Reason reason, Value... values) {
    return wording.reason(reason, List.of(values));
  }
}
