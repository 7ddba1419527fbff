package org.whence.gui.model;

/// How far a step has come.
public enum Progress {
  /// It will be looked at.
  PLANNED,
  /// Its question was sent, and no answer is there yet.
  ASKED,
  /// Its question came to an end; what follows from it is not known yet.
  ANSWERED,
  /// It is concluded, or has nothing to conclude.
  CLOSED,
  /// The run was stopped before.
  STOPPED
}
