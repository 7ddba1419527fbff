package org.whence.ip;

import java.util.Locale;

/// Why a text is no address. The words for people are found by the key; the detail that goes with a
/// problem is named at each.
public enum AddressProblem {
  /// There is no text.
  EMPTY,
  /// The text is longer than any literal: "N characters, no address is that long". Detail: its
  /// length.
  TOO_LONG,
  /// A blank or a control character inside. Detail: its code point as `U+0020`.
  BLANK,
  /// A character that no literal has. Detail: its code point as `U+200B`.
  BAD_CHARACTER,
  /// A bracket without the other one.
  BRACKET,
  /// The zone id is empty or has characters that none has, or stands behind an IPv4 address.
  /// Detail: the zone id.
  ZONE,
  /// The `IPv6:` tag before an address that is none of IPv6. Detail: what follows it.
  FAMILY,
  /// Neither dotted numbers nor groups with colons: a name or a word.
  NOT_AN_ADDRESS,
  /// "no IPv4 address: N numbers instead of 4". Detail: the count.
  OCTET_COUNT,
  /// A number is missing between dots.
  OCTET_EMPTY,
  /// A number over 255. Detail: the number.
  OCTET_RANGE,
  /// A number with a leading zero, which some programs read as octal. Detail: the number.
  LEADING_ZERO,
  /// A part of an IPv4 address that is no number. Detail: the part.
  BAD_OCTET,
  /// "no IPv6 address: N groups instead of 8". Detail: the count.
  GROUP_COUNT,
  /// A group is missing between colons, or a colon stands at the edge.
  GROUP_EMPTY,
  /// A group of more than four digits. Detail: the group.
  GROUP_LENGTH,
  /// A group that is no hexadecimal number. Detail: the group.
  BAD_GROUP,
  /// `::` more than once.
  TWO_GAPS;

  /// A stable key, such as `address.octet-count`.
  public String key() {
    return "address." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
