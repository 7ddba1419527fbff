package org.whence.mail;

import java.util.EnumSet;
import java.util.Set;
import org.whence.chain.Reason;

/// Something about a message that is not as it should be, and was read all the same.
///
/// @param kind what it is
/// @param position where it begins, an offset into the source in octets
/// @param line the line of that, counted from 1
public record Defect(Kind kind, int position, int line) {

  /// What may be odd. The words for people are found by the key.
  public enum Kind implements Reason {
    /// The source is larger than [Message#MAX_SIZE]; what is behind it was not read.
    TOO_LARGE("RFC 5321, 4.5.3.1.7"),
    /// There are more fields than [Message#MAX_FIELDS]; those from here on were not read.
    TOO_MANY_FIELDS("RFC 5322, 3.6"),
    /// There are more Received fields than [HopChain#MAX_RECEIVED]; those from here on, the older
    /// ones, were not read.
    TOO_MANY_RECEIVED("RFC 5321, 6.3"),
    /// The source begins with the separator line of an mbox, `From ` and an address.
    MBOX_LINE("RFC 4155, A"),
    /// There are empty lines before the header.
    LEADING_BLANK_LINE("RFC 5322, 2.1"),
    /// A line in the header is no field: it has no colon, or what is before it is no name.
    NOT_A_FIELD("RFC 5322, 2.2"),
    /// Lines of the header end in different ways; this is the first that ends unlike the first one.
    /// Programs differ in what they take for a line then.
    MIXED_LINE_ENDS("RFC 5322, 2.1"),
    /// The source ends within the header: no empty line, no body.
    NO_BODY("RFC 5322, 2.1"),
    /// A field of MIME is there more than once; the first counts (RFC 2045, 3).
    REPEATED_MIME_FIELD("RFC 2045, 3"),
    /// Content-Type names no type (RFC 2045, 5.1).
    BAD_CONTENT_TYPE("RFC 2045, 5.1"),
    /// Content-Type and Content-Disposition name the file differently (RFC 2183, 2.3).
    NAMES_DIFFER("RFC 2183, 2.3"),
    /// The transfer encoding is none that is known; the body is kept as it is (RFC 2045, 6.4).
    UNKNOWN_ENCODING("RFC 2045, 6.4"),
    /// Something in the body is no base64 (RFC 2045, 6.8), or the last octets are missing.
    BROKEN_BASE64("RFC 2045, 6.8"),
    /// Something in the body is no quoted-printable (RFC 2045, 6.7); it is kept as it is.
    BROKEN_QUOTED_PRINTABLE("RFC 2045, 6.7"),
    /// The charset is none that is known; the text was read as UTF-8 or Windows-1252.
    UNKNOWN_CHARSET("RFC 2046, 4.1.2"),
    /// The charset is misspelt; the nearest one was taken.
    MISSPELT_CHARSET("RFC 2046, 4.1.2"),
    /// A multipart has no boundary (RFC 2046, 5.1.1); it is kept as a body.
    NO_BOUNDARY("RFC 2046, 5.1.1"),
    /// The boundary is longer than is looked for; the multipart is kept as a body.
    LONG_BOUNDARY("RFC 2046, 5.1.1"),
    /// A multipart never shows its delimiter: it has no part.
    NO_PARTS("RFC 2046, 5.1.1"),
    /// A multipart ends without its last delimiter.
    UNCLOSED_MULTIPART("RFC 2046, 5.1.1"),
    /// Entities stand in each other deeper than is read; from here on it is kept as a body.
    TOO_DEEP("RFC 2046, 5.1.2"),
    /// There are more entities than are read; those from here on were not.
    TOO_MANY_PARTS("RFC 2046, 5.1"),
    /// A message in the message is encoded, which RFC 2045, 6.4 forbids; it was decoded.
    ENCODED_MESSAGE("RFC 2046, 5.2.1"),
    /// Encoded messages in the message are larger than is decoded; this one was not read.
    TOO_MUCH_ENCODED("RFC 2046, 5.2.1");

    private static final Set<Kind> LIMITS =
        EnumSet.of(
            TOO_LARGE,
            TOO_MANY_FIELDS,
            TOO_MANY_RECEIVED,
            TOO_DEEP,
            TOO_MANY_PARTS,
            TOO_MUCH_ENCODED);

    private final String clause;

    Kind(String clause) {
      this.clause = clause;
    }

    @Override
    public Label label() {
      return Label.named("message", name(), clause);
    }

    /// Whether something was left unread, so that it is told before whatever else is odd.
    public boolean isLimit() {
      return LIMITS.contains(this);
    }
  }
}
