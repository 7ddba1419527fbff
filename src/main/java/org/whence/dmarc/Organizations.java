package org.whence.dmarc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.whence.chain.Branch;
import org.xbill.DNS.Name;

/// The organizations behind the identifiers of one message, each found once. A message may carry
/// many signatures, so the number of walks has a limit (RFC 9989, 4.10 limits each alone).
final class Organizations {
  /// How many identifiers are walked for in a check. The number is our own.
  static final int MAX_WALKS = 10;

  private final Discovery discovery;
  private final Map<Name, Organization> known = new HashMap<>();

  Organizations(Discovery discovery) {
    this.discovery = discovery;
  }

  /// The organization behind an identifier, in steps below the branch; empty beyond the limit.
  Optional<Organization> of(Name identifier, Branch branch) throws InterruptedException {
    var before = known.get(identifier);
    if (before != null) {
      return Optional.of(before);
    }
    if (known.size() == MAX_WALKS) {
      return Optional.empty();
    }
    var found = discovery.organization(identifier, branch);
    known.put(identifier, found);
    return Optional.of(found);
  }
}
