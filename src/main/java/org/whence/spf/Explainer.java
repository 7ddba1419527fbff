package org.whence.spf;

import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.xbill.DNS.Type;

/// Fetches what a domain has to say about a `fail` (RFC 7208, 6.2). What goes wrong here changes
/// nothing: there is no explanation then. Its questions count towards no limit but that of time.
final class Explainer {
  /// How much of an explanation is kept; RFC 7208, 6.2 allows a limit.
  static final int MAX_LENGTH = 4_096;

  private final Evaluation evaluation;
  private final TermStep step;
  private final Branch branch;
  private final MacroExpander expander;

  Explainer(Evaluation evaluation, Frame frame, TermStep step) {
    this.evaluation = evaluation;
    this.step = step;
    this.branch = step.branch();
    this.expander = new MacroExpander(evaluation, frame.domain());
  }

  /// Fetches and expands the explanation, in the step of `exp`.
  ///
  /// @return the explanation; empty where the domain gives none that can be used
  Optional<String> explain(Term.Explanation term) throws InterruptedException {
    var target = expander.name(term.domain(), step);
    var name = TargetName.of(target);
    if (name.isEmpty()) {
      return none(SpfReason.INVALID_NAME, TargetName.value(target));
    }
    return switch (evaluation.ask(branch, name.get(), Type.TXT)) {
      case Answer.Failed failed ->
          none(SpfReason.EXPLANATION_FAILED, TargetName.value(target), Value.of(failed.outcome()));
      case Answer.NoData _, Answer.NoSuchDomain _, Answer.Aliases _ ->
          none(SpfReason.EXPLANATION_MISSING, TargetName.value(target));
      case Answer.Records(_, var records) ->
          published(
              target, records.stream().flatMap(r -> HostCheck.Published.of(r).stream()).toList());
    };
  }

  private Optional<String> published(String target, List<HostCheck.Published> records)
      throws InterruptedException {
    if (records.size() != 1) {
      return none(
          SpfReason.EXPLANATION_NOT_ONE, TargetName.value(target), Value.of(records.size()));
    }
    var text = records.getFirst().text();
    return switch (MacroParser.parse(text, 0, MacroParser.Kind.EXPLANATION)) {
      case MacroParser.Parsed.Rejected(var flaw) -> {
        branch.note(flaw.reason(), flaw.values());
        yield none(
            SpfReason.EXPLANATION_SYNTAX, TargetName.value(target), Value.of(flaw.offset() + 1));
      }
      case MacroParser.Parsed.Accepted(var string) -> expanded(string);
    };
  }

  private Optional<String> expanded(MacroString string) throws InterruptedException {
    var text = string.hasMacros() ? expander.explanation(string, branch, step) : string.text();
    // RFC 7208, 6.2: it is limited to US-ASCII, being meant for an SMTP reply, which is one line.
    if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
      return none(SpfReason.EXPLANATION_NOT_ASCII, Value.of(text));
    }
    var kept = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    evaluation.close(branch, Verdict.NONE, SpfReason.EXPLAINED, Value.of(kept));
    return Optional.of(kept);
  }

  private Optional<String> none(SpfReason reason, Value... values) {
    evaluation.close(branch, Verdict.NONE, reason, values);
    return Optional.empty();
  }
}
