package org.whence.gui.model;

/// One line of what the window says about an input, safe to show.
public record InputLine(Kind kind, String text) {
  /// What a line tells.
  public enum Kind {
    /// What was recognised.
    RECOGNISED,
    /// What was repaired.
    REPAIRED,
    /// What cannot be seen in it.
    CONCEALED,
    /// What was not understood, or not read.
    PROBLEM
  }
}
