package org.whence.dmarc;

import java.util.Optional;
import org.xbill.DNS.Name;

/// What policy discovery came to for an author's domain (RFC 9989, 4.10.1; RFC 7489, 6.6.3).
sealed interface Discovered {
  /// A record applies.
  ///
  /// @param domain where it stands
  /// @param exists whether the author's domain is known to exist from what was asked already
  record Applies(Name domain, DmarcRecord record, Kind kind, boolean exists, Organization org)
      implements Discovered {}

  /// No record applies.
  ///
  /// @param reason why none does
  record None(DmarcReason reason, Optional<Name> org) implements Discovered {}

  /// It could not be told.
  record Failed(Looked.Failed failure) implements Discovered {}

  /// Whose record it is.
  enum Kind {
    AUTHOR,
    ORGANIZATION,
    SUFFIX
  }
}
