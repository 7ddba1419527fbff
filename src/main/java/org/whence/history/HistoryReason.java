package org.whence.history;

import org.whence.chain.Reason;

/// What the history tells of a step.
public enum HistoryReason implements Reason {
  /// It was seen before. Values: in how many other cases, the day of the newest, its reference,
  /// what its input was called.
  SEEN_BEFORE;

  @Override
  public Label label() {
    return Label.named("history", name(), "the history of this machine");
  }
}
