package org.whence.dkim;

import java.util.Locale;

/// What arithmetic says of one of a signature's two hashes.
public enum HashCheck {
  /// It fits.
  OK,
  /// It does not.
  BAD,
  /// It cannot be computed: a tag or the key is missing.
  UNCHECKED;

  /// The word of machine-readable results.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
