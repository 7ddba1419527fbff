package org.whence.chain;

/// Why a step was concluded as it was, or what was noticed on the way. Each check brings an enum of
/// its own; the words for people are found by the key.
public interface Reason {
  /// A stable key that begins with the check's name, such as `iprev.no-ptr`.
  String key();

  /// The rule behind it, such as `RFC 8601, 2.7.3`.
  String clause();

  /// The stable word of machine-readable results, such as `no-ptr`: the key without the check.
  default String word() {
    return key().substring(key().indexOf('.') + 1);
  }

  /// What it says of how much its step had to do with the result of the check.
  default Emphasis emphasis() {
    return Emphasis.PLAIN;
  }
}
