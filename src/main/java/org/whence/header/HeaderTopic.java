package org.whence.header;

import org.whence.chain.Topic;

/// The steps of looking at a header.
public enum HeaderTopic implements Topic {
  /// All of it. Values: the number of fields.
  HEADER("header.check"),
  /// One field that a filter writes in codes. Values: its name, its place.
  FILTER("header.filter");

  private final String key;

  HeaderTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
