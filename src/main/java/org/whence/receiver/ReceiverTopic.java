package org.whence.receiver;

import org.whence.chain.Topic;

/// The steps of what receiving servers would have done.
public enum ReceiverTopic implements Topic {
  /// One server. Values: its title (text), where its rules are described (text).
  PROFILE("receiver.profile"),
  /// One of its rules. Values: the stage (text), the rule as it is written (text).
  RULE("receiver.rule");

  private final String key;

  ReceiverTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
