package org.whence.receiver;

import java.util.Set;

/// One part of a rule's condition.
///
/// @param answers the answers that match
public record Condition(Fact fact, Set<String> answers) {
  public Condition {
    answers = Set.copyOf(answers);
  }
}
