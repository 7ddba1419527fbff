package org.whence.investigation;

import java.util.Locale;
import java.util.Optional;
import org.whence.ip.AddressProblem;

/// Something in the input that was not understood, or was more than is read.
///
/// @param cause what is wrong with an address, for [Kind#NOT_AN_ADDRESS]
/// @param place where it stands
/// @param text the piece of the input, after repairs; hostile; empty where it is no single piece
/// @param detail what [AddressProblem] or [Kind] names; a number or a part of the text
public record Problem(
    Kind kind, Optional<AddressProblem> cause, Place place, String text, String detail) {

  /// The kinds, with the words that are meant; the words for people are found by the key.
  public enum Kind {
    /// "192.0.513 is no IPv4 address: 3 numbers instead of 4"; why is in the cause, what in the
    /// detail.
    NOT_AN_ADDRESS,
    /// "mail.example.org is a name, not an address; give its address, or the mail".
    HOST_NAME,
    /// "192.0.2.1-192.0.2.9 is a range; write it as CIDR, such as 192.0.2.0/28".
    RANGE,
    /// "192.0.2.0/33 is no block: an IPv4 prefix is 0 to 32". Detail: the longest prefix.
    BAD_PREFIX,
    /// "10.0.0.0/8 has 16777216 addresses; at most 4096 are read from blocks in all; choose a
    /// smaller one". Detail: the count of addresses.
    BLOCK_TOO_LARGE,
    /// "N lines without an address: 3, 7". The numbers of the first of them are the text. Detail:
    /// the count.
    LINES_WITHOUT_ADDRESS,
    /// "larger than 50 MB; the rest was not read". Detail: the limit in MB.
    TOO_LARGE,
    /// "larger than 256 MB: the rest was not read; all but hashes of the body is judged". Detail:
    /// the limit in MB.
    MAIL_TOO_LARGE,
    /// "N more messages follow in this file; the first was read; take the others apart". Detail:
    /// the count of those that follow.
    SEVERAL_MESSAGES,
    /// "longer than N characters; its rest was not read". Detail: the limit.
    LINE_TOO_LONG,
    /// "these are the lines that a mail program shows, not the header; in Outlook it is under File,
    /// Properties".
    CLIENT_VIEW,
    /// "Outlook kept no header: the fields are made of what it shows, so who wrote them cannot be
    /// told".
    NO_HEADER_KEPT,
    /// "and N more problems". Detail: the count.
    MORE_PROBLEMS;

    /// A stable key, such as `problem.host-name`.
    public String key() {
      return "problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Problem of(Kind kind, Place place, String text, Object detail) {
    return new Problem(kind, Optional.empty(), place, text, detail.toString());
  }
}
