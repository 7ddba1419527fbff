package org.whence.gui.model;

import java.util.Optional;
import org.whence.chain.Verdict;

/// What the chain can be filtered by.
public enum Group {
  /// `fail`, `softfail` and `permerror`.
  FAIL,
  /// `temperror`: could not be told.
  UNSURE,
  /// `pass`.
  PASS;

  /// The group of a verdict; none for those that say nothing (`none`, `neutral`, `policy`).
  public static Optional<Group> of(Verdict verdict) {
    return switch (verdict) {
      case FAIL, SOFTFAIL, PERMERROR -> Optional.of(FAIL);
      case TEMPERROR -> Optional.of(UNSURE);
      case PASS -> Optional.of(PASS);
      case NONE, NEUTRAL, POLICY -> Optional.empty();
    };
  }
}
