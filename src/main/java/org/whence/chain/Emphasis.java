package org.whence.chain;

import java.util.List;
import java.util.Optional;

/// How much a step had to do with the result of its check; front ends draw it so.
public enum Emphasis {
  /// It decided.
  DECISIVE,
  /// It was looked at.
  PLAIN,
  /// It counts for nothing: it was not reached, or was looked at after the decision.
  IDLE;

  /// That of a step with these: a step that decided is decisive whatever else was noticed.
  public static Emphasis of(Optional<Outcome> outcome, List<Finding> findings) {
    var found = outcome.map(each -> each.reason().emphasis()).orElse(PLAIN);
    for (var finding : findings) {
      var other = finding.reason().emphasis();
      if (other == DECISIVE) {
        return DECISIVE;
      }
      found = other == IDLE ? IDLE : found;
    }
    return found;
  }
}
