package org.whence.dkim;

import org.whence.chain.Value;

/// Something in a signature or a key record that its grammar does not allow.
///
/// @param reason what is wrong
/// @param tag the name of the tag; empty where there is none
/// @param detail the part that is wrong, at most [#LONGEST] characters of it; hostile
public record Flaw(DkimReason reason, String tag, String detail) {
  /// How much of a wrong part is told.
  static final int LONGEST = 256;

  public Flaw {
    tag = cut(tag);
    detail = cut(detail);
  }

  static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /// The tag and the part.
  Value[] values() {
    return new Value[] {Value.of(tag), Value.of(detail)};
  }
}
