package org.whence.spf;

import org.whence.chain.Value;

/// Something in a record, or in an explanation, that the grammar does not allow.
///
/// @param reason what is wrong
/// @param offset where: how many characters of the text stand before it
/// @param detail the part that is wrong, at most [#LONGEST] characters of it; hostile
public record Flaw(SpfReason reason, int offset, String detail) {
  /// How much of a wrong part is told.
  static final int LONGEST = 256;

  public Flaw {
    detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail;
  }

  /// The column, from 1 on, and the part.
  Value[] values() {
    return new Value[] {Value.of(offset + 1), Value.of(detail)};
  }
}
