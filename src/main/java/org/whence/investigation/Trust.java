package org.whence.investigation;

import java.util.List;
import java.util.Optional;
import org.whence.mail.TrustedServers;

/// Whom the analyst believes: where the trust line lies hangs on it, and which
/// Authentication-Results field counts.
///
/// @param servers the analyst's own relays
/// @param authservIds the authserv-ids of the analyst's own servers (RFC 8601, 2.5)
/// @param borderHop the number of the step, 1 for the oldest, whose client is to be the border,
///   whatever the relays say
public record Trust(TrustedServers servers, List<String> authservIds, Optional<Integer> borderHop) {
  /// Nobody is known to be believed.
  public static final Trust NONE = new Trust(TrustedServers.NONE, List.of(), Optional.empty());

  public Trust {
    authservIds = List.copyOf(authservIds);
  }
}
