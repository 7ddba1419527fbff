package org.whence.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Failure;
import org.whence.dns.Question;

/// What `check_host()`, or a term of it, came to.
///
/// @param failure what DNS did, where that is the reason
/// @param mechanism the term that matched, as published
/// @param path the steps of the terms that led here, the outermost first
/// @param explanation what the domain says about a `fail`
record Conclusion(
    Verdict verdict,
    SpfReason reason,
    List<Value> values,
    Optional<Failure> failure,
    Optional<String> mechanism,
    List<String> path,
    Optional<String> explanation) {
  Conclusion {
    values = List.copyOf(values);
    path = List.copyOf(path);
  }

  static Conclusion of(Verdict verdict, SpfReason reason, Value... values) {
    return new Conclusion(
        verdict,
        reason,
        List.of(values),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /// RFC 7208, 4.4 and 5: a server failure or a timeout is a temperror of the whole.
  static Conclusion failed(Question question, Answer.Failed answer) {
    return new Conclusion(
        Verdict.TEMPERROR,
        SpfReason.LOOKUP_FAILED,
        List.of(
            Value.domain(question.nameText()),
            Value.of(question.typeName()),
            Value.of(answer.outcome())),
        Optional.of(answer.failure()),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /// What a mechanism that matches comes to.
  static Conclusion matched(Verdict verdict, Term.Directive directive, Match.Matched matched) {
    return new Conclusion(
        verdict,
        matched.reason(),
        matched.values(),
        Optional.empty(),
        Optional.of(directive.text()),
        matched.path(),
        Optional.empty());
  }

  /// The same, reached through the term of a step.
  Conclusion through(TermStep step) {
    var longer = new ArrayList<String>();
    longer.add(step.branch().path());
    longer.addAll(path);
    return withPath(longer);
  }

  /// The same, from the term of a step and no other.
  Conclusion from(TermStep step) {
    return withPath(List.of(step.branch().path()));
  }

  Conclusion withExplanation(Optional<String> text) {
    return new Conclusion(verdict, reason, values, failure, mechanism, path, text);
  }

  private Conclusion withPath(List<String> steps) {
    return new Conclusion(verdict, reason, values, failure, mechanism, steps, explanation);
  }

  Value[] valueArray() {
    return values.toArray(Value[]::new);
  }
}
