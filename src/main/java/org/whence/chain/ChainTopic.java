package org.whence.chain;

/// The steps that every check has.
public enum ChainTopic implements Topic {
  /// A question to DNS. Values: the name, the type.
  QUESTION("chain.question"),
  /// An alias on the way to an answer. Values: the owner, the target.
  ALIAS("chain.alias");

  private final String key;

  ChainTopic(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
