package org.whence.investigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whence.chain.Finding;
import org.whence.chain.Outcome;
import org.whence.chain.Step;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Validation;
import org.xbill.DNS.Record;

/// Finds what changed at one step. Of a question that was asked again the first answer counts: the
/// verdict rests on it.
final class Changes {
  /// The server of a line that was written by hand: who answered is not known.
  private static final String UNKNOWN = "recording:";

  private final List<Change> changes = new ArrayList<>();

  private Changes() {}

  /// What changed, what tells most first.
  static List<Change> between(Step before, Step after) {
    var found = new Changes();
    if (!before.outcome().map(Changes::plain).equals(after.outcome().map(Changes::plain))) {
      found.changes.add(new Change.Result(before.outcome(), after.outcome()));
    }
    if (!Pairing.plain(before.values()).equals(Pairing.plain(after.values()))) {
      found.changes.add(new Change.About(before.values(), after.values()));
    }
    found.noticed(before.findings(), after.findings());
    if (!before.exchanges().isEmpty() && !after.exchanges().isEmpty()) {
      found.answer(before.exchanges().getFirst(), after.exchanges().getFirst());
    }
    found.changes.sort(Comparator.comparing(Change::weight));
    return found.changes;
  }

  private void noticed(List<Finding> before, List<Finding> after) {
    var gone = without(before, after);
    var come = without(after, before);
    if (!gone.isEmpty() || !come.isEmpty()) {
      changes.add(new Change.Noticed(gone, come));
    }
  }

  private static List<Finding> without(List<Finding> all, List<Finding> others) {
    var known = others.stream().map(Changes::plain).collect(Collectors.toSet());
    return all.stream().filter(finding -> !known.contains(plain(finding))).toList();
  }

  private static Finding plain(Finding finding) {
    return new Finding(finding.reason(), Pairing.plain(finding.values()));
  }

  private static Outcome plain(Outcome outcome) {
    return new Outcome(outcome.verdict(), outcome.reason(), Pairing.plain(outcome.values()));
  }

  private void answer(Exchange before, Exchange after) {
    if (!isSame(before.answer(), after.answer())) {
      changes.add(new Change.Answer(before, after));
    } else if (!records(before.answer()).equals(records(after.answer()))) {
      changes.add(new Change.Order(before, after));
    }
    if (!before
        .validation()
        .map(Validation::status)
        .equals(after.validation().map(Validation::status))) {
      changes.add(new Change.Dnssec(before.validation(), after.validation()));
    }
    var old = ttl(before.answer());
    var now = ttl(after.answer());
    if (old >= 0 && now >= 0 && old != now) {
      changes.add(new Change.Ttl(old, now));
    }
    if (!before.server().equals(after.server()) && !before.server().startsWith(UNKNOWN)) {
      changes.add(new Change.Server(before.server(), after.server()));
    }
  }

  /// Records are held against each other as sets, by owner, type and data.
  private static boolean isSame(Answer before, Answer after) {
    return before.outcome().equals(after.outcome())
        && before.aliases().equals(after.aliases())
        && new HashSet<>(records(before)).equals(new HashSet<>(records(after)));
  }

  private static List<Record> records(Answer answer) {
    return answer instanceof Answer.Records(_, var records) ? records : List.of();
  }

  private static long ttl(Answer answer) {
    return Stream.concat(answer.aliases().stream(), records(answer).stream())
        .mapToLong(Record::getTTL)
        .min()
        .orElse(-1);
  }
}
