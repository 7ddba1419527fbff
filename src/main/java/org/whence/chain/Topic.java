package org.whence.chain;

/// What a step is about. Each check brings an enum of its own; the words for people are found by
/// the key.
public interface Topic {
  /// A stable key such as `iprev.name`; lower case, dots and hyphens.
  String key();
}
