package org.whence.history;

import org.whence.chain.Topic;

/// The step that the history adds to a tree; those below it are about a [Trait.Kind] each.
public enum HistoryTopic implements Topic {
  /// All that was seen before. Values: how much.
  SEEN;

  @Override
  public String key() {
    return "history.seen";
  }
}
