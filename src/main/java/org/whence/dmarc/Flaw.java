package org.whence.dmarc;

import org.whence.chain.Value;

/// Something in a record that its reader should know.
///
/// @param offset where: how many characters of the record stand before it
/// @param detail the part of the record, at most [#LONGEST] characters of it; hostile
public record Flaw(DmarcReason reason, int offset, String detail) {
  static final int LONGEST = 256;

  public Flaw {
    detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail;
  }

  /// The column, from 1 on, and the part.
  Value[] values() {
    return new Value[] {Value.of(offset + 1), Value.of(detail)};
  }
}
