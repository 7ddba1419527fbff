package org.whence.investigation.plan;

import java.util.Locale;

/// What will become of a question.
public enum Fate {
  /// It will be sent.
  SENT,
  /// It will be sent, and a recording knows what came of it before.
  EXPECTED,
  /// It is answered out of the cache, and not sent.
  CACHED,
  /// It is answered out of files, and not sent.
  LOCAL;

  /// Whether somebody is asked.
  public boolean leaves() {
    return this == SENT || this == EXPECTED;
  }

  /// The stable word for machine-readable forms.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
