package org.whence.dmarc;

import org.xbill.DNS.Name;

/// The organization behind a domain (RFC 9989, 3.2.14), or why it is not known.
sealed interface Organization {
  /// Its domain: the one asked about, or one above it.
  record Known(Name domain) implements Organization {}

  /// A question of the walk got no answer.
  record Unknown(Looked.Failed failure) implements Organization {}
}
