package org.whence.dkim;

/// One thing that was done to a message after it was signed, as far as arithmetic proves it: with
/// it undone the signature fits.
///
/// @param reason what was done
/// @param where the name of the field, `body`, or the path of a MIME part
/// @param signed how it was when it was signed, at most [#LONGEST] characters of it; hostile
/// @param here how it is here, likewise
public record Change(DkimReason reason, String where, String signed, String here) {
  /// How much of a text is kept.
  static final int LONGEST = 2_000;

  public Change {
    where = cut(where, 100);
    signed = cut(signed, LONGEST);
    here = cut(here, LONGEST);
  }

  private static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length) : text;
  }
}
