package org.whence.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Finding;
import org.whence.chain.Step;
import org.whence.chain.Topic;
import org.whence.chain.Value;
import org.whence.investigation.Investigation;

/// Marks in a tree what was seen before: a step behind all others, which judges nothing, with a
/// step for each thing and the case in which it was seen last.
public final class Marks {
  private Marks() {}

  /// The investigation with what was seen before in its tree; the same where nothing was.
  public static Investigation in(Investigation investigation, List<Sighting> seen) {
    if (seen.isEmpty()) {
      return investigation;
    }
    var tree = investigation.tree();
    var path = tree.path() + "." + tree.steps().size();
    var marks = new ArrayList<Step>();
    for (var sighting : seen) {
      marks.add(mark(path + "." + marks.size(), sighting));
    }
    var all = step(path, HistoryTopic.SEEN, Value.of(seen.size()), List.of(), marks);
    var steps = new ArrayList<>(tree.steps());
    steps.add(all);
    return investigation.withTree(
        new Step(
            tree.path(),
            tree.topic(),
            tree.values(),
            tree.exchanges(),
            tree.outcome(),
            tree.findings(),
            tree.stopped(),
            steps));
  }

  private static Step mark(String path, Sighting sighting) {
    var finding =
        new Finding(
            HistoryReason.SEEN_BEFORE,
            List.of(
                Value.of(sighting.cases()),
                Value.of(sighting.last().toString().substring(0, 10)),
                Value.of(sighting.reference()),
                Value.of(sighting.name())));
    var trait = sighting.trait();
    return step(path, trait.kind(), trait.shown(), List.of(finding), List.of());
  }

  private static Step step(
      String path, Topic topic, Value about, List<Finding> findings, List<Step> below) {
    return new Step(
        path, topic, List.of(about), List.of(), Optional.empty(), findings, false, below);
  }
}
