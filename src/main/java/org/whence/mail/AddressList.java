package org.whence.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The addresses of a field such as From, To or Reply-To (RFC 5322, 3.4 and 4.4).
///
/// @param groups groups by name, and runs of mailboxes outside a group, which have none, in their
///   order
/// @param flaws the deviations from the grammar, at most 50, in the order of the text; obsolete
///   forms are none
public record AddressList(List<Group> groups, List<Flaw> flaws) {
  /// How many characters are read.
  public static final int MAX_LENGTH = 256 * 1024;

  /// How many mailboxes are read.
  public static final int MAX_MAILBOXES = 10_000;

  public AddressList {
    groups = List.copyOf(groups);
    flaws = List.copyOf(flaws);
  }

  /// Some mailboxes.
  ///
  /// @param name the name of the group, encoded words decoded; empty for mailboxes outside a group
  public record Group(Optional<String> name, List<Mailbox> mailboxes) {
    public Group {
      mailboxes = List.copyOf(mailboxes);
    }
  }

  /// Reads the value of a field, folded or unfolded, without its name. Never throws; what is behind
  /// a limit is left out, with a flaw.
  ///
  /// What programs read differently is read so that nothing is lost: two addresses in brackets
  /// without a comma between are two mailboxes.
  public static AddressList parse(String value) {
    return new AddressListReader(value).read();
  }

  /// All mailboxes, those within groups too.
  public Stream<Mailbox> mailboxes() {
    return groups.stream().flatMap(group -> group.mailboxes().stream());
  }
}
