package org.whence.investigation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whence.dns.ALabel;

/// The authserv-ids of the analyst's own servers (RFC 8601, 2.5).
///
/// @param listed those that the analyst named, whose fields may be believed
/// @param receiver the server that took the message in, whose id is the analyst's own too
public record OwnIds(List<String> listed, Optional<String> receiver) {
  public OwnIds {
    listed = List.copyOf(listed);
  }

  /// Whether a field bears one of them; compared without case, after U-labels have become A-labels
  /// (RFC 8601, 5).
  boolean has(ClaimField field) {
    var all = new ArrayList<>(listed);
    receiver.ifPresent(all::add);
    return field.by().map(OwnIds::comparable).stream()
        .anyMatch(id -> all.stream().map(OwnIds::comparable).anyMatch(id::equals));
  }

  /// An id as it is compared.
  static String comparable(String id) {
    return ALabel.domain(id.strip()).toLowerCase(Locale.ROOT);
  }
}
