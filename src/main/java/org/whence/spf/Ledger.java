package org.whence.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// Counts what RFC 7208, 4.6.4 limits, one ledger for the whole check, and tells each count at the
/// term that caused it.
final class Ledger {
  private final List<Counted> entries = new ArrayList<>();
  private int lookups;
  private int voids;
  private int strict;
  private int decidedLookups;
  private int decidedVoids;
  private boolean beyond;
  private @Nullable Conclusion broken;

  /// Counts a term that causes queries.
  void countTerm(TermStep step) {
    lookups++;
    strict++;
    add(step);
    step.branch().note(SpfReason.LOOKUP_COUNT, Value.of(lookups), limit(SpfVerifier.MAX_LOOKUPS));
    if (lookups > SpfVerifier.MAX_LOOKUPS) {
      breakAt(step, SpfReason.LOOKUP_LIMIT, lookups, SpfVerifier.MAX_LOOKUPS);
    }
  }

  /// Counts a question that brought nothing.
  void countVoid(TermStep step) {
    voids++;
    add(step);
    step.branch().note(SpfReason.VOID_COUNT, Value.of(voids), limit(SpfVerifier.MAX_VOIDS));
    if (voids > SpfVerifier.MAX_VOIDS) {
      breakAt(step, SpfReason.VOID_LIMIT, voids, SpfVerifier.MAX_VOIDS);
    }
  }

  /// Counts a look-up of an address for `mx` or `ptr`, which only the strict reading adds.
  void countAddress() {
    strict++;
  }

  /// Tells the strict count where it is another one.
  void tellStrict(TermStep step) {
    if (strict != lookups) {
      step.branch()
          .note(
              SpfReason.STRICT_COUNT,
              Value.of(strict),
              Value.of(lookups),
              limit(SpfVerifier.MAX_LOOKUPS));
    }
  }

  /// From here on everything is counted and told, and breaks nothing.
  void goBeyond() {
    decidedLookups = lookups;
    decidedVoids = voids;
    beyond = true;
    broken = null;
  }

  void breakWith(Conclusion conclusion) {
    if (broken == null) {
      broken = conclusion;
    }
  }

  /// The limit that was broken.
  Optional<Conclusion> broken() {
    return Optional.ofNullable(broken);
  }

  boolean isBeyond() {
    return beyond;
  }

  /// Terms that cause queries, up to the decision.
  int lookups() {
    return beyond ? decidedLookups : lookups;
  }

  /// Void look-ups up to the decision.
  int voids() {
    return beyond ? decidedVoids : voids;
  }

  /// All terms that were counted, those after the decision too.
  int total() {
    return lookups;
  }

  int strict() {
    return strict;
  }

  List<Counted> entries() {
    return List.copyOf(entries);
  }

  private void add(TermStep step) {
    entries.add(
        new Counted(
            step.branch().path(), step.domain(), step.term().text(), lookups, voids, beyond));
  }

  private void breakAt(TermStep step, SpfReason reason, int count, int limit) {
    if (!beyond) {
      breakWith(
          Conclusion.of(
              Verdict.PERMERROR,
              reason,
              Value.of(step.term().text()),
              TargetName.value(step.domain()),
              Value.of(count),
              Value.of(limit)));
    }
  }

  private static Value limit(int limit) {
    return Value.of(limit);
  }
}
