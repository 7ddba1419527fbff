package org.whence.hop;

import java.util.Locale;

/// How a step fits the one before it: whether its client is the server that wrote that.
public enum Continuity {
  /// There is no step before.
  BEGIN,
  /// A name or an address of both is the same.
  SAME,
  /// Their names are of one organization.
  ORGANIZATION,
  /// The step is within a host: its client is the host itself.
  WITHIN,
  /// One of them tells nothing that could be compared, or a name that means something within a
  /// network alone.
  UNTOLD,
  /// Names and addresses are others.
  GAP;

  /// The word of the machine-readable forms.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
