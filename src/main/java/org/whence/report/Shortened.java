package org.whence.report;

/// Texts for pages and pictures, which a subject of a megabyte would make hundreds of pages long.
/// The forms for programs hold all of it.
final class Shortened {
  private Shortened() {}

  /// The text, or its beginning and how much more there is.
  ///
  /// @param most how many characters are shown
  static String text(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end)
        + Wording.load().words("shortened", Integer.toString(text.length() - end));
  }
}
