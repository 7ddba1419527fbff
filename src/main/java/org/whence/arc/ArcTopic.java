package org.whence.arc;

import org.whence.chain.Topic;

/// The steps of an ARC check. Below a signature stand steps of `dkim`.
public enum ArcTopic implements Topic {
  /// The whole chain. Values: how many sets it has.
  CHAIN("arc.chain"),
  /// One set. Values: its instance, the domain that sealed it (text, empty where it cannot be
  /// read).
  SET("arc.set"),
  /// The message signature of a set. Values: the instance, the domain (text).
  MESSAGE_SIGNATURE("arc.message-signature"),
  /// The seal of a set. Values: the instance, the domain, `cv=` (both text).
  SEAL("arc.seal"),
  /// The chain as of another time. Values: the time (RFC 3339).
  AS_OF("arc.as-of");

  private final String key;

  ArcTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
