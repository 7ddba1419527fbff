package org.whence.gui.model;

import java.util.List;

/// What the analyst is asked before something goes on. Leaving it open does none of it.
///
/// @param title what it is about, in a few words
/// @param text what is asked, in a sentence or two
/// @param choices what can be done, the safest first
public record Question(String title, String text, List<Choice> choices) {
  public Question {
    choices = List.copyOf(choices);
  }

  /// One of the ways on.
  ///
  /// @param key its words in the window's texts
  /// @param act does it
  public record Choice(String key, Runnable act) {}
}
