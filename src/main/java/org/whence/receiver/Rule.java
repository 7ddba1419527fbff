package org.whence.receiver;

import java.util.List;

/// A rule of a profile.
///
/// @param conditions all of them have to hold; none holds always
/// @param text the rule as it is written in the profile
public record Rule(Stage stage, List<Condition> conditions, Action action, String text) {
  public Rule {
    conditions = List.copyOf(conditions);
  }
}
