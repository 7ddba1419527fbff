package org.whence.investigation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.chain.Topic;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dns.Answer;
import org.whence.dns.Failure;
import org.whence.investigation.Difference.Kind;

/// Pairs the steps of two trees.
///
/// Below steps that are a pair, first those are paired that have the same topic and the same
/// values, then those that share the topic and the first value: the same record with another text,
/// the same term at another place, the same alias with another target. A question is its name and
/// its type, so questions are never paired by the name alone. Several alike are paired in their
/// order. It takes one pass over each list.
final class Pairing {
  private final List<Step> before;
  private final List<Step> after;

  /// For each step of one list the index of its partner in the other, or -1.
  private final int[] partnerOfAfter;

  private final int[] partnerOfBefore;

  private Pairing(List<Step> before, List<Step> after) {
    this.before = before;
    this.after = after;
    this.partnerOfAfter = new int[after.size()];
    this.partnerOfBefore = new int[before.size()];
    Arrays.fill(partnerOfAfter, -1);
    Arrays.fill(partnerOfBefore, -1);
  }

  static Difference of(Step before, Step after) {
    var below = new Pairing(before.steps(), after.steps()).differences();
    var changes = Changes.between(before, after);
    var same = changes.isEmpty() && below.stream().allMatch(each -> each.kind() == Kind.SAME);
    return new Difference(
        same ? Kind.SAME : Kind.CHANGED,
        Optional.of(before),
        Optional.of(after),
        changes,
        isUnsure(before, after),
        below);
  }

  private static boolean isUnsure(Step before, Step after) {
    return has(after, Verdict.TEMPERROR)
        || after.exchanges().stream().anyMatch(asked -> asked.answer() instanceof Answer.Failed)
        || before.exchanges().stream().anyMatch(asked -> isNotRecorded(asked.answer()))
        || (has(before, Verdict.TEMPERROR)
            && before.allExchanges().stream().anyMatch(asked -> isNotRecorded(asked.answer())));
  }

  private static boolean has(Step step, Verdict verdict) {
    return step.outcome().filter(outcome -> outcome.verdict() == verdict).isPresent();
  }

  private static boolean isNotRecorded(Answer answer) {
    return answer instanceof Answer.Failed(var why, _) && why == Failure.NOT_RECORDED;
  }

  private List<Difference> differences() {
    pair(Pairing::whole);
    pair(Pairing::beginning);
    var gone = new HashMap<Integer, List<Difference>>();
    var anchor = -1;
    for (var i = 0; i < before.size(); i++) {
      if (partnerOfBefore[i] >= 0) {
        anchor = partnerOfBefore[i];
      } else {
        gone.computeIfAbsent(anchor, _ -> new ArrayList<>()).add(alone(before.get(i), Kind.GONE));
      }
    }
    var all = new ArrayList<>(gone.getOrDefault(-1, List.of()));
    for (var i = 0; i < after.size(); i++) {
      var old = partnerOfAfter[i];
      all.add(old < 0 ? alone(after.get(i), Kind.ADDED) : of(before.get(old), after.get(i)));
      all.addAll(gone.getOrDefault(i, List.of()));
    }
    return all;
  }

  private static Difference alone(Step step, Kind kind) {
    var only = Optional.of(step);
    return new Difference(
        kind,
        kind == Kind.GONE ? only : Optional.empty(),
        kind == Kind.GONE ? Optional.empty() : only,
        List.of(),
        false,
        step.steps().stream().map(below -> alone(below, kind)).toList());
  }

  /// What two steps must share.
  private record Shared(Topic topic, List<Value> values) {}

  private interface Sharing {
    Optional<Shared> of(Step step);
  }

  private static Optional<Shared> whole(Step step) {
    return Optional.of(new Shared(step.topic(), plain(step.values())));
  }

  private static Optional<Shared> beginning(Step step) {
    return step.topic() == ChainTopic.QUESTION || step.values().isEmpty()
        ? Optional.empty()
        : Optional.of(new Shared(step.topic(), List.of(plain(step.values().getFirst()))));
  }

  /// Values as they are compared: names are the same whatever their case (RFC 4343).
  static List<Value> plain(List<Value> values) {
    return values.stream().map(Pairing::plain).toList();
  }

  private static Value plain(Value value) {
    return value instanceof Value.Domain(var name)
        ? Value.domain(name.toLowerCase(Locale.ROOT))
        : value;
  }

  private void pair(Sharing sharing) {
    Map<Shared, Deque<Integer>> waiting = new HashMap<>();
    for (var i = 0; i < before.size(); i++) {
      if (partnerOfBefore[i] < 0) {
        var index = i;
        sharing
            .of(before.get(i))
            .ifPresent(key -> waiting.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(index));
      }
    }
    for (var i = 0; i < after.size(); i++) {
      if (partnerOfAfter[i] < 0) {
        var old = sharing.of(after.get(i)).map(waiting::get).map(Deque::poll).orElse(-1);
        if (old >= 0) {
          partnerOfAfter[i] = old;
          partnerOfBefore[old] = i;
        }
      }
    }
  }
}
