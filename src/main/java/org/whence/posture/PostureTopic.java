package org.whence.posture;

import org.whence.chain.Topic;

/// The steps of looking at a domain.
public enum PostureTopic implements Topic {
  /// All of it. Values: the domain.
  DOMAIN("posture.domain"),
  /// One thing that is published. Values: what it is called (text).
  PART("posture.part"),
  /// One server that takes mail for the domain. Values: its name, its preference.
  EXCHANGER("posture.exchanger"),
  /// One destination of reports. Values: the tag (text), the destination (text).
  REPORTS("posture.reports"),
  /// A record that was read. Values: it (text).
  RECORD("posture.record");

  private final String key;

  PostureTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
