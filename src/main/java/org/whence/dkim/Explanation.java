package org.whence.dkim;

import java.util.List;

/// What was tried to make a hash fit that does not, and what did. A finding, never a verdict.
///
/// @param part which hash
/// @param reason [DkimReason#EXPLAINED], [DkimReason#UNEXPLAINED] or [DkimReason#OTHER_KEY]
/// @param changes what was done to the message, all of it together; empty where nothing fits
/// @param tried how many variants were tried
public record Explanation(Part part, DkimReason reason, List<Change> changes, int tried) {
  public Explanation {
    changes = List.copyOf(changes);
  }

  /// The two hashes of a signature.
  public enum Part {
    /// `bh=`.
    BODY,
    /// `b=`.
    HEADER
  }

  static Explanation found(Part part, int tried, List<Change> changes) {
    return new Explanation(part, DkimReason.EXPLAINED, changes, tried);
  }

  static Explanation nothing(Part part, int tried) {
    return new Explanation(part, DkimReason.UNEXPLAINED, List.of(), tried);
  }
}
