package org.whence.gui.model;

/// A row of the tree, in words. All of it is safe to show.
///
/// @param subject what it is about
/// @param word how it stands: a verdict, the status of an answer, or how far it has come
/// @param why the reason, or what the answer holds
/// @param took how long its question took, in milliseconds, or how old its answer was
/// @param spoken the whole row as a screen reader says it
public record NodeRow(String subject, String word, String why, String took, String spoken) {
  /// The row as a line for the clipboard.
  public String line() {
    return String.join("\t", subject, word, why, took).stripTrailing();
  }

  /// What a search looks into.
  String text() {
    return subject + " " + word + " " + why;
  }
}
