package org.whence.receiver;

import java.util.List;

/// What a receiving server does, as data.
///
/// @param name the word that it is chosen by
/// @param title for people
/// @param source where its rules are described
/// @param iprev how it reads IPREV
/// @param rules in order; the stages come before that
public record Profile(
    String name, String title, String source, IprevReading iprev, List<Rule> rules) {
  public Profile {
    rules = List.copyOf(rules);
  }
}
