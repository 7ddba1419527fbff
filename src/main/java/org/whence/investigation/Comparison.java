package org.whence.investigation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.whence.chain.Step;
import org.whence.fetch.FetchTopic;

/// What changed between two investigations of the same input: an old one, mostly out of a
/// recording, and a new one.
///
/// Steps are paired by what they are about, not by their place: a name that came new does not make
/// all names behind it look changed.
///
/// @param tree the differences, from the root on
public record Comparison(Investigation before, Investigation after, Difference tree) {

  /// What came of it all.
  public enum Result {
    /// Nothing changed beyond details.
    SAME,
    /// A verdict, an answer, or what follows from one changed.
    CHANGED,
    /// Nothing changed as far as can be told, and something cannot: a question got no answer now,
    /// or the old recording did not hold it.
    UNSURE
  }

  /// Holds two investigations against each other.
  public static Comparison of(Investigation before, Investigation after) {
    var old = before.tree();
    var now = after.tree();
    return new Comparison(
        before,
        after,
        Pairing.of(old.withSteps(beside(now).or(isRun())), now.withSteps(beside(old).or(isRun()))));
  }

  private static Predicate<Step> isRun() {
    return step -> step.topic() != FetchTopic.DOCUMENT;
  }

  /// A document is asked for by hand, each time anew: one that was asked for once only says nothing
  /// of what changed.
  private static Predicate<Step> beside(Step other) {
    var uris = other.steps().stream().filter(isRun().negate()).map(Step::values).toList();
    return step -> uris.contains(step.values());
  }

  /// What came of it all.
  public Result result() {
    if (tree.certain()) {
      return Result.CHANGED;
    }
    return tree.all().anyMatch(Difference::unsure) ? Result.UNSURE : Result.SAME;
  }

  /// The steps whose verdict is another one, in the order of the tree. Below a step that is
  /// concluded as one of its own steps is, that one is not named again.
  public List<Difference> verdicts() {
    return verdicts(tree, Optional.empty()).toList();
  }

  private static Stream<Difference> verdicts(Difference difference, Optional<Change.Result> above) {
    var own = difference.verdict();
    return Stream.concat(
        own.isPresent() && !own.equals(above) ? Stream.of(difference) : Stream.of(),
        difference.steps().stream().flatMap(below -> verdicts(below, own.or(() -> above))));
  }
}
