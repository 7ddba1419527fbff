package org.whence.gui.model;

/// Where the case stands.
public enum Phase {
  /// Nothing was put in.
  EMPTY,
  /// There is an input, and nothing was asked.
  READY,
  /// A run goes on.
  RUNNING,
  /// The run came to its end.
  DONE,
  /// The run was stopped.
  STOPPED
}
