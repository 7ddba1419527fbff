package org.whence.chain;

/// What may be noticed at any question.
public enum ChainReason implements Reason {
  /// Aliases lead back to where they began: an answer without data. Values: the target.
  ALIAS_LOOP("chain.alias-loop"),
  /// More aliases in a row than are followed. Values: the limit.
  ALIAS_LIMIT("chain.alias-limit");

  private final String key;

  ChainReason(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String clause() {
    return "RFC 1034, 3.6.2";
  }
}
