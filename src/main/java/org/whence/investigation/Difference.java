package org.whence.investigation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.chain.Step;

/// Two steps that are about the same, held against each other; or one that has no partner.
///
/// @param kind what became of the step and of all that lies below it
/// @param before the step of the old tree; absent where it came new
/// @param after the step of the new tree; absent where it is gone
/// @param changes what changed in the step itself, what tells most first
/// @param unsure whether it cannot be told: the question got no answer now, or the old recording
///   did not hold it. What differs here, or came and went below, need not have changed
/// @param steps what lies below, in the order of the new tree, what is gone where it stood
public record Difference(
    Kind kind,
    Optional<Step> before,
    Optional<Step> after,
    List<Change> changes,
    boolean unsure,
    List<Difference> steps) {

  /// What became of a step.
  public enum Kind {
    /// Nothing differs, here and below.
    SAME,
    /// Something differs, here or below.
    CHANGED,
    /// It came new.
    ADDED,
    /// It is there no longer.
    GONE;

    /// The stable word for machine-readable forms.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Difference {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
  }

  /// The step as it is now, or as it was where it is gone.
  public Step step() {
    return after.or(() -> before).orElseThrow();
  }

  /// This and all below, depth first.
  public Stream<Difference> all() {
    return Stream.concat(Stream.of(this), steps.stream().flatMap(Difference::all));
  }

  /// How the conclusion differs, where the verdict is another one.
  public Optional<Change.Result> verdict() {
    return changes.stream()
        .filter(change -> change.weight() == Change.Weight.VERDICT)
        .map(Change.Result.class::cast)
        .findFirst();
  }

  /// Whether something changed here or below for certain, beyond details.
  boolean certain() {
    return (!unsure && told())
        || validated()
        || steps.stream().anyMatch(below -> !(unsure && below.isAlone()) && below.certain());
  }

  /// What DNSSEC says now is certain, also where it is that the answer is bogus and nothing else.
  private boolean validated() {
    return changes.stream()
        .anyMatch(
            change -> change instanceof Change.Dnssec && change.weight() == Change.Weight.CONTENT);
  }

  private boolean told() {
    return isAlone()
        || changes.stream().anyMatch(change -> change.weight() != Change.Weight.DETAIL);
  }

  /// Whether it has no partner.
  private boolean isAlone() {
    return before.isEmpty() || after.isEmpty();
  }
}
