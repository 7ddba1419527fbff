package org.whence.part;

import org.whence.chain.Topic;

/// The steps of looking at the parts of a message.
public enum PartTopic implements Topic {
  /// All of them. Values: how many there are, of how many something is told, if of any.
  PARTS("part.check"),
  /// One of them. Values: its path, its type, the name of its file, its place.
  PART("part.entity");

  private final String key;

  PartTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
