package org.whence.spf;

import java.util.List;

/// How records are evaluated beyond what RFC 7208 asks for. None of it changes a verdict.
///
/// @param beyond whether the evaluation goes on behind the decision, for the analyst: what would
///   the rest say
/// @param type99 whether the retired record type SPF is asked for too (RFC 7208, 3.1)
/// @param suppositions what if: what is judged once more with something else seen
public record SpfOptions(boolean beyond, boolean type99, List<Supposition> suppositions) {
  public SpfOptions {
    suppositions = List.copyOf(suppositions);
  }

  /// Nothing beyond the RFC.
  public static SpfOptions defaults() {
    return new SpfOptions(false, false, List.of());
  }

  /// The same with the evaluation going on, or not.
  public SpfOptions withBeyond(boolean goesOn) {
    return new SpfOptions(goesOn, type99, suppositions);
  }

  /// The same with type SPF asked for, or not.
  public SpfOptions withType99(boolean asks) {
    return new SpfOptions(beyond, asks, suppositions);
  }

  /// The same with other suppositions.
  public SpfOptions withSuppositions(List<Supposition> whatIf) {
    return new SpfOptions(beyond, type99, whatIf);
  }
}
