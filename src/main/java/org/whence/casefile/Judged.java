package org.whence.casefile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.whence.chain.Outcome;
import org.whence.chain.Step;

/// How a step was concluded when the case was recorded.
///
/// @param path its place
/// @param topic the key of what it is about
/// @param verdict the word of the verdict
/// @param reason the key of the reason
public record Judged(String path, String topic, String verdict, String reason) {
  /// All that was concluded in a tree, in its order.
  static List<Judged> in(Step tree) {
    return tree.all().flatMap(step -> step.outcome().stream().map(o -> of(step, o))).toList();
  }

  private static Judged of(Step step, Outcome outcome) {
    return new Judged(
        step.path(), step.topic().key(), outcome.verdict().word(), outcome.reason().key());
  }

  /// What of it is concluded otherwise in a tree, or is not there at all.
  static List<Judged> otherwise(List<Judged> then, Step tree) {
    Map<String, Judged> now =
        in(tree).stream().collect(Collectors.toMap(Judged::path, judged -> judged));
    return then.stream().filter(judged -> !judged.equals(now.get(judged.path))).toList();
  }
}
