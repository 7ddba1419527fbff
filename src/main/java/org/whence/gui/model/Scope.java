package org.whence.gui.model;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.whence.investigation.Check;
import org.whence.investigation.Options;

/// What of a case is left alone: nothing is asked of DNS for it.
///
/// @param checks the checks of a mail that are not made; without IPREV no client is asked for
/// @param hops the hops whose clients are left alone, by their numbers, 1 for the oldest
public record Scope(Set<Check> checks, Set<Integer> hops) {
  /// Leaves nothing out.
  public static final Scope ALL = new Scope(Set.of(), Set.of());

  public Scope {
    checks = Set.copyOf(checks);
    hops = Set.copyOf(hops);
  }

  /// How many branches are left alone.
  public int size() {
    return checks.size() + hops.size();
  }

  /// The same, making a check or not.
  public Scope with(Check check, boolean made) {
    var left = EnumSet.noneOf(Check.class);
    left.addAll(checks);
    change(left, check, made);
    return new Scope(left, hops);
  }

  /// The same, asking for the client of a hop or not.
  public Scope with(int hop, boolean asked) {
    var left = new HashSet<>(hops);
    change(left, hop, asked);
    return new Scope(checks, left);
  }

  private static <T> void change(Set<T> left, T branch, boolean wanted) {
    if (wanted) {
      left.remove(branch);
    } else {
      left.add(branch);
    }
  }

  /// Options that leave these alone.
  Options options() {
    var made = EnumSet.allOf(Check.class);
    made.removeAll(checks);
    return Options.defaults().withChecks(made).withoutHops(hops);
  }
}
