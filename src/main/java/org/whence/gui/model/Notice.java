package org.whence.gui.model;

/// One line that the window tells the analyst.
///
/// @param error whether something did not work
/// @param text what, why, and the way out
public record Notice(boolean error, String text) {
  static final Notice NONE = new Notice(false, "");

  /// Whether there is anything to tell.
  public boolean present() {
    return !text.isEmpty();
  }
}
