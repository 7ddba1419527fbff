package org.whence.investigation.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whence.chain.Step;
import org.whence.chain.Topic;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Failure;
import org.whence.dns.Question;
import org.whence.spf.SpfTopic;

/// Reads the questions of a plan out of its tree.
final class QuestionReader {
  private final SenderDomains sender;
  private final boolean sent;
  private final Map<Asked, Draft> drafts = new LinkedHashMap<>();

  /// A question is sent once to each server.
  private record Asked(Question question, String server) {}

  /// All that is known of a question while the tree is read.
  private static final class Draft {
    final Exchange exchange;
    final Topic asker;
    final List<String> paths = new ArrayList<>();
    final Carried carried = new Carried();

    Draft(Exchange exchange, Topic asker) {
      this.exchange = exchange;
      this.asker = asker;
    }
  }

  /// @param sent whether answers come from servers
  QuestionReader(SenderDomains sender, boolean sent) {
    this.sender = sender;
    this.sent = sent;
  }

  List<PlannedQuestion> read(Step tree) {
    walk(tree, tree.topic(), new Carried());
    return drafts.values().stream().map(this::question).toList();
  }

  /// @param asker the topic of the step above
  /// @param carried what the domain that is being looked at carries: in SPF, `%{d}` hands it on
  private void walk(Step step, Topic asker, Carried carried) {
    for (var exchange : step.exchanges()) {
      var asked = new Asked(exchange.question(), exchange.server());
      var draft = drafts.computeIfAbsent(asked, _ -> new Draft(exchange, asker));
      draft.paths.add(step.path());
      draft.carried.add(carried);
    }
    var below = step.topic() == SpfTopic.TERM ? macros(step, carried) : carried;
    step.steps().forEach(each -> walk(each, step.topic(), below));
  }

  /// What the macros of a term put into the name that it looks up (RFC 7208, 7.2).
  private static Carried macros(Step term, Carried above) {
    var carried = new Carried();
    term.steps().stream()
        .filter(step -> step.topic() == SpfTopic.EXPANSION)
        .flatMap(expansion -> expansion.steps().stream())
        .filter(step -> step.topic() == SpfTopic.MACRO)
        .forEach(macro -> carried.add(macro, above));
    return carried;
  }

  private PlannedQuestion question(Draft draft) {
    var question = draft.exchange.question();
    var fate = fate(draft.exchange);
    var witness = sender.witness(question.name());
    if (witness == Witness.ADDRESS_OWNER) {
      draft.carried.add(Reveal.CLIENT);
    }
    return new PlannedQuestion(
        question,
        draft.paths,
        sent ? draft.exchange.server() : "none",
        fate,
        witness,
        draft.carried.reveals(),
        draft.carried.macros(),
        fate == Fate.SENT ? Following.of(draft.asker, question) : Optional.empty());
  }

  private Fate fate(Exchange exchange) {
    if (!sent) {
      return Fate.LOCAL;
    }
    if (exchange.cached()) {
      return Fate.CACHED;
    }
    return exchange.answer() instanceof Answer.Failed(var why, _) && why == Failure.PLANNED
        ? Fate.SENT
        : Fate.EXPECTED;
  }
}
