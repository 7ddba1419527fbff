package org.whence.gui.model;

/// The words of a part, hidden characters as codes; lines end with a line feed.
///
/// @param text the words without the tags of HTML; empty where the part is no text
/// @param kind what there is to say beside them
public record PartText(String text, Kind kind) {
  /// What is told beside the words.
  public enum Kind {
    /// Nothing: all of it is there.
    WHOLE,
    /// It is longer than is shown.
    CUT,
    /// Some octets are no characters of its charset.
    REPLACED,
    /// It is no text.
    NONE
  }

  /// Of what is no text.
  static final PartText NONE = new PartText("", Kind.NONE);
}
