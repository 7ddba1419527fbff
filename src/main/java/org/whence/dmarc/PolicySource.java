package org.whence.dmarc;

import java.util.Locale;

/// Where the policy that applies was taken from.
public enum PolicySource {
  /// The tag `p`.
  P,
  /// The tag `sp`: the author's domain lies below the one whose record applies.
  SP,
  /// The tag `np`: and does not exist.
  NP,
  /// The record of the public suffix above the organization, which has none of its own; the tree
  /// tells which of its tags.
  PSD;

  /// The stable word of machine-readable results.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
