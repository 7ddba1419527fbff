package org.whence.mail;

import java.util.Locale;

/// How well a field keeps to the grammar of its RFC.
public enum Conformance {
  /// It has the form that the RFC gives.
  STRICT,
  /// It deviates from the grammar, and was read all the same.
  LENIENT,
  /// Nothing could be made of it.
  UNPARSED;

  /// The word of the machine-readable forms: `strict`, `lenient`, `unparsed`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
