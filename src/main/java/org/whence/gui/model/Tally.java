package org.whence.gui.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.whence.chain.Outcome;
import org.whence.chain.Verdict;

/// How many of the addresses or hops ended how.
///
/// @param failed `fail`, `softfail` and `permerror`
/// @param unsure `temperror`
/// @param passed `pass`
/// @param checks for each check, by the name of its reasons such as `iprev`, its verdicts
/// @param ended how many are concluded
/// @param all how many there are
public record Tally(
    int failed,
    int unsure,
    int passed,
    Map<String, Map<Verdict, Integer>> checks,
    int ended,
    int all) {

  static final Tally NOTHING = new Tally(0, 0, 0, Map.of(), 0, 0);

  /// Counts the nodes given; what lies below them is what they were concluded from.
  static Tally of(Collection<ChainNode> tops) {
    var checks = new TreeMap<String, Map<Verdict, Integer>>();
    var groups = new EnumMap<Group, Integer>(Group.class);
    var ended = 0;
    for (var top : tops) {
      ended += top.state().ended() ? 1 : 0;
      top.state()
          .outcome()
          .ifPresent(outcome -> {
            checks
                .computeIfAbsent(check(outcome), _ -> new EnumMap<>(Verdict.class))
                .merge(outcome.verdict(), 1, Integer::sum);
            Group.of(outcome.verdict()).ifPresent(g -> groups.merge(g, 1, Integer::sum));
          });
    }
    return new Tally(
        groups.getOrDefault(Group.FAIL, 0),
        groups.getOrDefault(Group.UNSURE, 0),
        groups.getOrDefault(Group.PASS, 0),
        checks,
        ended,
        tops.size());
  }

  private static String check(Outcome outcome) {
    var key = outcome.reason().key();
    return key.substring(0, key.indexOf('.'));
  }
}
