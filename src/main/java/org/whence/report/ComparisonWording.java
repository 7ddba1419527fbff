package org.whence.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Validation;
import org.whence.investigation.Change;
import org.whence.investigation.Difference;

/// Puts what changed into words: what is so now, and what it was.
final class ComparisonWording {
  /// Of longer answers only the records that differ are told.
  private static final int WHOLE = 3;

  private final Wording wording;

  ComparisonWording(Wording wording) {
    this.wording = wording;
  }

  /// What changed at a step itself, a line each, beside its verdict and reason.
  List<String> lines(Difference difference) {
    return difference.changes().stream().flatMap(this::lines).toList();
  }

  private Stream<String> lines(Change change) {
    return switch (change) {
      case Change.Result _ -> Stream.of();
      case Change.About(var before, var after) ->
          Stream.iterate(0, i -> i < Math.min(before.size(), after.size()), i -> i + 1)
              .filter(i -> !before.get(i).equals(after.get(i)))
              .map(i -> line("about", wording.value(after.get(i)), wording.value(before.get(i))));
      case Change.Noticed(var before, var after) ->
          Stream.concat(
              after.stream().map(finding -> finding("noticed", finding)),
              before.stream().map(finding -> finding("no-longer", finding)));
      case Change.Answer(var before, var after) ->
          Stream.of(line("answer", told(after, before), told(before, after)));
      case Change.Order(var before, var after) ->
          Stream.of(
              line(
                  "order",
                  String.join(", ", wording.data(after)),
                  String.join(", ", wording.data(before))));
      case Change.Dnssec(var before, var after) ->
          Stream.of(line("dnssec", dnssec(after), dnssec(before)));
      case Change.Ttl(var before, var after) ->
          Stream.of(line("ttl", Long.toString(after), Long.toString(before)));
      case Change.Server(var before, var after) ->
          Stream.of(line("server", wording.running(after), wording.running(before)));
    };
  }

  private String dnssec(Optional<Validation> validation) {
    return validation.map(wording::dnssec).orElseGet(() -> wording.text("change.not-validated"));
  }

  private String finding(String key, Finding finding) {
    return wording.words("change." + key, wording.finding(finding));
  }

  private String line(String key, String now, String was) {
    return wording.words("change." + key, now, was);
  }

  /// An answer, or, where there is much of it on both sides, what the other one does not have.
  private String told(Exchange exchange, Exchange other) {
    var data = new ArrayList<>(wording.data(exchange));
    var others = wording.data(other);
    var both =
        exchange.answer() instanceof Answer.Records && other.answer() instanceof Answer.Records;
    if (!both || Math.max(data.size(), others.size()) <= WHOLE) {
      return wording.answer(exchange);
    }
    data.removeAll(new HashSet<>(others));
    return data.isEmpty() ? wording.text("change.as-before") : String.join(", ", data);
  }

  /// Why a step is concluded as it is now, and what it was; empty where both are the same.
  String result(Difference difference) {
    return difference.changes().stream()
        .filter(Change.Result.class::isInstance)
        .map(Change.Result.class::cast)
        .map(change -> result(change.before(), change.after()))
        .findFirst()
        .orElse("");
  }

  private String result(Optional<Outcome> before, Optional<Outcome> after) {
    var was =
        before.map(
            outcome -> wording.words("change.was", outcome.verdict().word(), reason(outcome)));
    var now = after.map(this::reason);
    return Stream.concat(now.stream(), was.stream()).reduce((a, b) -> a + "; " + b).orElse("");
  }

  private String reason(Outcome outcome) {
    return wording.reason(outcome.reason(), outcome.values());
  }
}
