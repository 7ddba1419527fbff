package org.whence.investigation.claim;

import org.whence.chain.Topic;

/// The steps of holding claims against results.
public enum ClaimTopic implements Topic {
  /// All fields. Values: how many.
  CLAIMS("claim.all"),
  /// One field. Values: its name (text), who wrote it by its own word (text, may be empty), its
  /// place.
  FIELD("claim.field"),
  /// One statement. Values: the method (text), the word that is claimed (text), what it rests on
  /// (text, may be empty).
  STATEMENT("claim.statement");

  private final String key;

  ClaimTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
