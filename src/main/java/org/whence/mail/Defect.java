package org.whence.mail;

import java.util.Locale;

/// Something about a message that is not as it should be, and was read all the same.
///
/// @param kind what it is
/// @param position where it begins, an offset into the source in octets
/// @param line the line of that, counted from 1
public record Defect(Kind kind, int position, int line) {

  /// What may be odd. The words for people are found by the key.
  public enum Kind {
    /// The source is larger than [Message#MAX_SIZE]; what is behind it was not read.
    TOO_LARGE,
    /// There are more fields than [Message#MAX_FIELDS]; those from here on were not read.
    TOO_MANY_FIELDS,
    /// There are more Received fields than [HopChain#MAX_RECEIVED]; those from here on, the older
    /// ones, were not read.
    TOO_MANY_RECEIVED,
    /// The source begins with the separator line of an mbox, `From ` and an address.
    MBOX_LINE,
    /// There are empty lines before the header.
    LEADING_BLANK_LINE,
    /// A line in the header is no field: it has no colon, or what is before it is no name.
    NOT_A_FIELD,
    /// Lines of the header end in different ways; this is the first that ends unlike the first one.
    /// Programs differ in what they take for a line then.
    MIXED_LINE_ENDS,
    /// The source ends within the header: no empty line, no body.
    NO_BODY;

    /// A stable key, such as `message.too-large`.
    public String key() {
      return "message." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
