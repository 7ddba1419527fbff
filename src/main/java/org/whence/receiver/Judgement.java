package org.whence.receiver;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Verdict;

/// What a receiving server would have done.
///
/// @param iprev IPREV as its software reads it; `none` where it was not checked
/// @param rules its rules, in the order of the stages
public record Judgement(Profile profile, Verdict iprev, List<RuleOutcome> rules) {
  public Judgement {
    rules = List.copyOf(rules);
  }

  /// The rule that refused the client; empty where it would have taken the mail.
  public Optional<RuleOutcome> refusal() {
    return rules.stream().filter(RuleOutcome::refuses).findFirst();
  }

  /// Whether the client might try again later.
  public boolean temporary() {
    return refusal()
        .filter(rule -> rule.rule().action() instanceof Action.Reply reply && reply.temporary())
        .isPresent();
  }

  /// Whether something is not known that a rule asks about, so that the server may have refused.
  public boolean open() {
    return refusal().isEmpty()
        && rules.stream()
            .anyMatch(rule ->
                rule.held() == RuleOutcome.Held.UNKNOWN
                    && rule.rule().action() instanceof Action.Reply);
  }

  /// The symbols that were counted.
  public List<Action.Symbol> symbols() {
    return rules.stream()
        .filter(rule -> rule.held() == RuleOutcome.Held.MATCHED)
        .flatMap(rule ->
            rule.rule().action() instanceof Action.Symbol symbol
                ? java.util.stream.Stream.of(symbol)
                : java.util.stream.Stream.empty())
        .toList();
  }

  /// Their sum.
  public BigDecimal score() {
    return symbols().stream().map(Action.Symbol::score).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
