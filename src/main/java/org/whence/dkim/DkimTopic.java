package org.whence.dkim;

import org.whence.chain.Topic;

/// The steps of a DKIM check, and those that ARC shares.
public enum DkimTopic implements Topic {
  /// All DKIM-Signatures of a message. Values: how many there are.
  CHECK("dkim.check"),
  /// One signature. Values: its number from the top, how many there are, the domain, the selector
  /// (text, empty where it cannot be read), the algorithm as written (text).
  SIGNATURE("dkim.signature"),
  /// The key. Values: the name that is asked.
  KEY("dkim.key"),
  /// One record at the key's name. Values: it (text).
  RECORD("dkim.record"),
  /// The body hash. Values: the canonicalization, the length that `l=` gives (both text, the latter
  /// empty without one).
  BODY("dkim.body"),
  /// The header signature. Values: the canonicalization, the algorithm (text), how many fields are
  /// signed.
  HEADER("dkim.header"),
  /// The search for what would have made a hash fit. Values: `body` or `header` (text).
  STUDY("dkim.study"),
  /// One thing that was done to the message. Values: the field, the part, or `body` (text).
  CHANGE("dkim.change"),
  /// What a signature comes to at another time. Values: the time (text).
  AS_OF("dkim.as-of");

  private final String key;

  DkimTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
