package org.whence.iprev;

import java.util.List;
import java.util.stream.Stream;
import org.whence.chain.Step;

/// What asking about a client again showed.
///
/// @param first the check that was made before
/// @param rounds the further ones, in the order asked
/// @param reason whether they agree: `steady`, `rotates`, `depends-on-server`, `unanswered`
/// @param step the branch of evidence
public record RotationResult(IprevResult first, List<Round> rounds, IprevReason reason, Step step) {
  public RotationResult {
    rounds = List.copyOf(rounds);
  }

  /// The first name of the client in each answer that told any, spelt as received, that of the
  /// first check among them.
  public List<String> firstNames() {
    return Stream.concat(Stream.of(first), rounds.stream().map(Round::result))
        .flatMap(result -> result.names().stream().limit(1))
        .map(PtrName::name)
        .toList();
  }

  /// How many different first names there were; what is but a difference of case is the same.
  public int distinctFirstNames() {
    return (int) firstNames().stream().map(NameSets::plain).distinct().count();
  }

  /// How many answers had that name first.
  int withFirst(String name) {
    return (int) firstNames().stream().filter(name::equalsIgnoreCase).count();
  }
}
