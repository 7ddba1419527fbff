package org.whence.investigation;

import org.whence.dns.Names;

/// Whose domains two names are.
final class Organization {
  private Organization() {}

  /// Whether two domains, in A-labels, are of one organization: one below the other, or both below
  /// the same public suffix by one label (RFC 7489, 3.2).
  static boolean same(String one, String other, Options options) {
    if (one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one)) {
      return true;
    }
    var first = Names.labels(one);
    var second = Names.labels(other);
    return first.isPresent()
        && second.isPresent()
        && options
            .suffixes()
            .organization(first.get())
            .equals(options.suffixes().organization(second.get()));
  }
}
