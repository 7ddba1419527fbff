package org.whence.dns;

import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/// Domain names as text, and back.
public final class Names {
  private Names() {}

  /// The name without the root dot, the root itself as `.`; octets that are no printable ASCII are
  /// escaped as in master files (RFC 1035, 5.1), so the text is always safe to print.
  public static String text(Name name) {
    return name.equals(Name.root) ? "." : name.toString(true);
  }

  /// Reads a name, absolute or not, as an absolute one; escapes are those of master files.
  ///
  /// @return empty where this is no name: an empty label, a label over 63 octets, over 255 in all
  public static Optional<Name> parse(String text) {
    try {
      return Optional.of(Name.fromString(text, Name.root));
    } catch (TextParseException notAName) {
      return Optional.empty();
    }
  }
}
