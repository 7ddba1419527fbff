package org.whence.receiver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whence.chain.Verdict;
import org.whence.dmarc.AuthorResult;
import org.whence.dmarc.DmarcResult;
import org.whence.ip.Addresses;
import org.whence.iprev.PtrName;

/// Tells what a receiving server of a profile would have done. Nothing is asked: it decides on what
/// the checks found.
public final class Receiver {
  private final Profile profile;
  private final Session session;
  private final Facts facts;
  private final Map<String, String> known;

  private Receiver(Profile profile, Session session) {
    this.profile = profile;
    this.session = session;
    this.facts = new Facts(session, profile.iprev());
    this.known =
        Map.of(
            "ip", Addresses.text(session.client()),
            "name", firstName().orElse("unknown"),
            "helo", session.helo().orElse(""),
            "from", session.mailFrom().orElse(""),
            "domain", session.senderDomain().orElse(""),
            "author",
                session
                    .dmarc()
                    .flatMap(DmarcResult::decisive)
                    .map(AuthorResult::domain)
                    .orElse(""));
  }

  /// Judges a session.
  public static Judgement judge(Profile profile, Session session) {
    return new Receiver(profile, session).judge();
  }

  private Judgement judge() {
    var outcomes = new ArrayList<RuleOutcome>();
    var refused = false;
    for (var rule : profile.rules().stream().sorted(Comparator.comparing(Rule::stage)).toList()) {
      var outcome = outcome(rule, refused);
      outcomes.add(outcome);
      refused |= outcome.refuses();
    }
    var iprev = facts.of(Fact.IPREV).answer();
    return new Judgement(
        profile,
        List.of(Verdict.values()).stream()
            .filter(verdict -> verdict.word().equals(iprev))
            .findFirst()
            .orElse(Verdict.NONE),
        outcomes);
  }

  private RuleOutcome outcome(Rule rule, boolean refused) {
    var unknown = false;
    var path = Optional.<String>empty();
    var held = true;
    for (var condition : rule.conditions()) {
      var answered = facts.of(condition.fact());
      path = path.or(answered::path);
      if (answered.answer().equals(Fact.UNKNOWN)) {
        unknown = true;
      } else if (!condition.answers().contains(answered.answer())) {
        held = false;
        path = answered.path();
        break;
      }
    }
    var how =
        !held
            ? RuleOutcome.Held.NOT_MATCHED
            : unknown
                ? RuleOutcome.Held.UNKNOWN
                : refused ? RuleOutcome.Held.NOT_REACHED : RuleOutcome.Held.MATCHED;
    return new RuleOutcome(rule, how, said(rule), path, byChance(rule));
  }

  private String said(Rule rule) {
    return switch (rule.action()) {
      case Action.Reply(var template) -> SmtpText.reply(template, known);
      case Action.Note(var template) -> SmtpText.reply(template, known);
      case Action.Symbol _ -> "";
    };
  }

  private boolean byChance(Rule rule) {
    var first =
        rule.conditions().stream()
            .anyMatch(condition ->
                condition.fact() == Fact.SENDER_NAME
                    || (condition.fact() == Fact.IPREV
                        && profile.iprev().limit() < names().size()));
    return first && names().size() > 1;
  }

  private List<PtrName> names() {
    return session.iprev().map(iprev -> iprev.names()).orElse(List.of());
  }

  private Optional<String> firstName() {
    return names().stream().map(PtrName::name).findFirst();
  }
}
