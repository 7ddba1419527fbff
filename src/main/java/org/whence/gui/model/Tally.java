package org.whence.gui.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.whence.chain.Outcome;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dkim.DkimTopic;
import org.whence.investigation.InvestigationReason;
import org.whence.investigation.InvestigationTopic;
import org.whence.report.Aside;

/// How many of the addresses or hops, and of the checks of the message, ended how.
///
/// @param failed `fail`, `softfail` and `permerror`
/// @param unsure `temperror`
/// @param passed `pass`
/// @param checks the verdicts of addresses or hops, by the name of their reasons such as `iprev`;
///   not of a hop that no check could look at
/// @param message the verdict of each check of the message, by its name such as `SPF`, in order; of
///   DKIM that of each signature, with the domain that signed
/// @param ended how many are concluded
/// @param all how many there are
public record Tally(
    int failed,
    int unsure,
    int passed,
    Map<String, Map<Verdict, Integer>> checks,
    Map<String, Verdict> message,
    int ended,
    int all) {

  /// How many signatures have a chip of their own.
  private static final int MAX_SIGNATURES = 6;

  static final Tally NOTHING = new Tally(0, 0, 0, Map.of(), Map.of(), 0, 0);

  /// Counts the nodes given; of the message its checks. What lies below them is what they were
  /// concluded from.
  static Tally of(Collection<ChainNode> tops) {
    var checks = new TreeMap<String, Map<Verdict, Integer>>();
    var message = new LinkedHashMap<String, Verdict>();
    var groups = new EnumMap<Group, Integer>(Group.class);
    var judged = tops.stream().flatMap(Tally::judged).toList();
    for (var node : judged) {
      node.state()
          .outcome()
          .ifPresent(outcome -> {
            if (node.topic() == InvestigationTopic.CHECK) {
              chips(node, outcome.verdict(), message);
            } else if (!(outcome.reason() instanceof InvestigationReason)) {
              checks
                  .computeIfAbsent(check(outcome), _ -> new EnumMap<>(Verdict.class))
                  .merge(outcome.verdict(), 1, Integer::sum);
            }
            Group.of(outcome.verdict()).ifPresent(g -> groups.merge(g, 1, Integer::sum));
          });
    }
    return new Tally(
        groups.getOrDefault(Group.FAIL, 0),
        groups.getOrDefault(Group.UNSURE, 0),
        groups.getOrDefault(Group.PASS, 0),
        checks,
        message,
        (int) judged.stream().filter(node -> node.state().ended()).count(),
        judged.size());
  }

  /// Of a list, whose rows have no nodes.
  static Tally of(Map<Verdict, Integer> verdicts, int ended, int all) {
    var groups = new EnumMap<Group, Integer>(Group.class);
    verdicts.forEach((verdict, count) ->
        Group.of(verdict).ifPresent(group -> groups.merge(group, count, Integer::sum)));
    return new Tally(
        groups.getOrDefault(Group.FAIL, 0),
        groups.getOrDefault(Group.UNSURE, 0),
        groups.getOrDefault(Group.PASS, 0),
        verdicts.isEmpty() ? Map.of() : Map.of("iprev", new EnumMap<>(verdicts)),
        Map.of(),
        ended,
        all);
  }

  /// What is judged by itself of a top: it, or the checks of the message.
  static Stream<ChainNode> judged(ChainNode top) {
    return top.topic() == InvestigationTopic.MESSAGE || top.topic() == InvestigationTopic.POLICY
        ? top.children().stream().filter(node -> node.topic() == InvestigationTopic.CHECK)
        : Stream.of(top).filter(node -> !Aside.stands(node.topic()));
  }

  /// One for a check; of DKIM one for each signature, with the domain that signed and its selector.
  private static void chips(ChainNode check, Verdict verdict, Map<String, Verdict> chips) {
    var signatures =
        check
            .all()
            .filter(node -> node.topic() == DkimTopic.SIGNATURE)
            .filter(node -> node.state().outcome().isPresent())
            .limit(MAX_SIGNATURES)
            .toList();
    for (var signature : signatures) {
      var signed = signature.state().outcome().orElseThrow().verdict();
      Stream.of(signer(signature), signer(signature) + " " + number(signature))
          .map(signer -> name(check) + " " + signer)
          .filter(chip -> !chips.containsKey(chip))
          .findFirst()
          .ifPresent(chip -> chips.put(chip, signed));
    }
    if (signatures.isEmpty()) {
      chips.put(name(check), verdict);
    }
  }

  private static String domain(ChainNode signature) {
    return signature.values().get(2) instanceof Value.Domain(var domain)
        ? domain
        : number(signature);
  }

  private static String signer(ChainNode signature) {
    return domain(signature)
        + (signature.values().get(3) instanceof Value.Text(var selector) ? " " + selector : "");
  }

  private static String number(ChainNode signature) {
    return "#" + (signature.values().getFirst() instanceof Value.Count(var number) ? number : 0);
  }

  private static String name(ChainNode node) {
    return node.values().getFirst() instanceof Value.Text(var name) ? name : "";
  }

  private static String check(Outcome outcome) {
    var key = outcome.reason().key();
    return key.substring(0, key.indexOf('.'));
  }
}
