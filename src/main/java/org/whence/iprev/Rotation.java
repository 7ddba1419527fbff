package org.whence.iprev;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// Checks a client again, several times and of several servers, and tells whether what they say
/// rotates, changes, or depends on who is asked. Information beside the verdict of the first check,
/// which stands.
///
/// Each round is the whole check, so that every answer has its place in the tree. Servers are held
/// against each other only where each of them says the same every time: of an answer that rotates,
/// a difference between two servers tells nothing.
public final class Rotation {
  private final IprevVerifier verifier;
  private final IprevResult first;
  private final String askedFirst;
  private final Branch branch;

  /// A round that is planned.
  ///
  /// @param asked who answers in the branch, in a line
  /// @param branch where the round is, below that of the rotation
  public record Planned(int number, String asked, Branch branch) {}

  /// @param first the check that was made before
  /// @param askedFirst who answered it, in a line
  /// @param branch of topic [IprevTopic#ROTATION]; it is closed in the end
  public Rotation(IprevVerifier verifier, IprevResult first, String askedFirst, Branch branch) {
    this.verifier = verifier;
    this.first = first;
    this.askedFirst = askedFirst;
    this.branch = branch;
  }

  /// Makes the rounds one after the other: servers that rotate their answers do so from one
  /// question to the next.
  public RotationResult check(List<Planned> planned) throws InterruptedException {
    var rounds = new ArrayList<Round>();
    for (var round : planned) {
      var result = verifier.check(first.client(), round.branch());
      var outcome = result.step().outcome().orElseThrow();
      round
          .branch()
          .close(outcome.verdict(), outcome.reason(), outcome.values().toArray(Value[]::new));
      rounds.add(new Round(round.number(), round.asked(), result));
    }
    return new Judgement(rounds).conclude();
  }

  /// All checks of a client, each with who answered.
  private final class Judgement {
    private final List<Round> rounds;
    private final Map<String, List<IprevResult>> byServer = new LinkedHashMap<>();
    private boolean rotates;
    private boolean depends;

    Judgement(List<Round> rounds) {
      this.rounds = rounds;
      add(new Round(0, askedFirst, first));
      rounds.forEach(this::add);
    }

    private void add(Round round) {
      if (round.told()) {
        byServer.computeIfAbsent(round.asked(), _ -> new ArrayList<>()).add(round.result());
      }
    }

    RotationResult conclude() {
      byServer.forEach(this::names);
      byServer.forEach(this::addresses);
      if (!rotates) {
        servers();
      }
      verdicts();
      unanswered();
      var reason = reason();
      var step = branch.close(Verdict.NEUTRAL, reason, Value.of(answers()));
      return new RotationResult(first, rounds, reason, step);
    }

    private IprevReason reason() {
      if (rotates) {
        return IprevReason.ROTATES;
      }
      if (depends) {
        return IprevReason.DEPENDS_ON_SERVER;
      }
      return rounds.stream().anyMatch(Round::told) ? IprevReason.STEADY : IprevReason.UNANSWERED;
    }

    private int answers() {
      return byServer.values().stream().mapToInt(List::size).sum();
    }

    /// Which names the client has, and in which order.
    private void names(String server, List<IprevResult> results) {
      var orders = results.stream().map(NameSets::order).distinct().count();
      var sets = results.stream().map(NameSets::names).distinct().count();
      if (sets > 1) {
        rotates = true;
        branch.note(IprevReason.NAMES_CHANGE, counted(server, sets, results));
      } else if (orders > 1) {
        rotates = true;
        branch.note(IprevReason.NAMES_ROTATE, counted(server, orders, results));
      }
    }

    private static Value[] counted(String server, long distinct, List<IprevResult> results) {
      return new Value[] {Value.of(server), Value.of(distinct), Value.of(results.size())};
    }

    /// Which addresses each name has; their order decides nothing here.
    private void addresses(String server, List<IprevResult> results) {
      for (var name : NameSets.all(results)) {
        var sets = NameSets.addresses(name, results).distinct().count();
        if (sets > 1) {
          rotates = true;
          branch.note(
              IprevReason.ADDRESSES_CHANGE,
              Value.domain(name),
              Value.of(server),
              Value.of(sets),
              Value.of(results.size()));
        }
      }
    }

    /// Holds every server against the first one.
    private void servers() {
      var all = List.copyOf(byServer.entrySet());
      for (var other : all.subList(Math.min(1, all.size()), all.size())) {
        compare(all.getFirst(), other);
      }
    }

    private void compare(
        Map.Entry<String, List<IprevResult>> one, Map.Entry<String, List<IprevResult>> other) {
      var mine = one.getValue();
      var theirs = other.getValue();
      if (!NameSets.names(mine.getFirst()).equals(NameSets.names(theirs.getFirst()))) {
        depends = true;
        branch.note(IprevReason.NAMES_DISAGREE, Value.of(one.getKey()), Value.of(other.getKey()));
        return;
      }
      for (var name : NameSets.all(mine)) {
        if (!known(name, mine).equals(known(name, theirs))) {
          depends = true;
          branch.note(
              IprevReason.ADDRESSES_DISAGREE,
              Value.domain(name),
              Value.of(one.getKey()),
              Value.of(other.getKey()));
        }
      }
    }

    private static Set<Set<String>> known(String name, List<IprevResult> results) {
      return NameSets.addresses(name, results).collect(Collectors.toSet());
    }

    private void verdicts() {
      var words =
          byServer.values().stream()
              .flatMap(List::stream)
              .map(result -> result.verdict().word())
              .collect(Collectors.toCollection(TreeSet::new));
      if (words.size() > 1) {
        branch.note(IprevReason.VERDICT_VARIES, Value.of(String.join(", ", words)));
      }
    }

    private void unanswered() {
      var silent = rounds.stream().filter(round -> !round.told()).count();
      if (silent > 0) {
        branch.note(IprevReason.ROUNDS_UNANSWERED, Value.of(silent), Value.of(rounds.size()));
      }
    }
  }
}
