package org.whence.investigation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.mail.AuthservIds;

/// The authserv-ids of the analyst's own servers (RFC 8601, 2.5).
///
/// @param listed those that the analyst named, whose fields may be believed
/// @param receiver the server that took the message in, whose id is the analyst's own too
public record OwnIds(List<String> listed, Optional<String> receiver) {
  public OwnIds {
    listed = List.copyOf(listed);
  }

  /// Whether a field bears one of them.
  boolean has(ClaimField field) {
    var all = new ArrayList<>(listed);
    receiver.ifPresent(all::add);
    return field.by().filter(AuthservIds.of(all)::has).isPresent();
  }
}
