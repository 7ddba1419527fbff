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
    NO_BODY,
    /// A field of MIME is there more than once; the first counts (RFC 2045, 3).
    REPEATED_MIME_FIELD,
    /// Content-Type names no type (RFC 2045, 5.1).
    BAD_CONTENT_TYPE,
    /// Content-Type and Content-Disposition name the file differently (RFC 2183, 2.3).
    NAMES_DIFFER,
    /// The transfer encoding is none that is known; the body is kept as it is (RFC 2045, 6.4).
    UNKNOWN_ENCODING,
    /// Something in the body is no base64 (RFC 2045, 6.8), or the last octets are missing.
    BROKEN_BASE64,
    /// Something in the body is no quoted-printable (RFC 2045, 6.7); it is kept as it is.
    BROKEN_QUOTED_PRINTABLE,
    /// The charset is none that is known; the text was read as UTF-8 or Windows-1252.
    UNKNOWN_CHARSET,
    /// The charset is misspelt; the nearest one was taken.
    MISSPELT_CHARSET,
    /// A multipart has no boundary (RFC 2046, 5.1.1); it is kept as a body.
    NO_BOUNDARY,
    /// The boundary is longer than is looked for; the multipart is kept as a body.
    LONG_BOUNDARY,
    /// A multipart never shows its delimiter: it has no part.
    NO_PARTS,
    /// A multipart ends without its last delimiter.
    UNCLOSED_MULTIPART,
    /// Entities stand in each other deeper than is read; from here on it is kept as a body.
    TOO_DEEP,
    /// There are more entities than are read; those from here on were not.
    TOO_MANY_PARTS,
    /// A message in the message is encoded, which RFC 2045, 6.4 forbids; it was decoded.
    ENCODED_MESSAGE,
    /// Encoded messages in the message are larger than is decoded; this one was not read.
    TOO_MUCH_ENCODED;

    /// A stable key, such as `message.too-large`.
    public String key() {
      return "message." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
