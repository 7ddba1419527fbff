package org.whence.chain;

/// What may be noticed at any question.
public enum ChainReason implements Reason {
  /// Aliases lead back to where they began: an answer without data. Values: the target.
  ALIAS_LOOP,
  /// More aliases in a row than are followed. Values: the limit.
  ALIAS_LIMIT;

  @Override
  public Label label() {
    return Label.named("chain", name(), "RFC 1034, 3.6.2");
  }
}
