package org.whence.gui.model;

import java.util.List;
import java.util.Optional;
import org.whence.dns.Resolution;
import org.whence.investigation.Investigation;

/// What a run is made for.
///
/// @param whom opens whom to ask, those who are asked beside the first one behind it
/// @param repeat how often each client is checked again
/// @param before finds what is to be held against the results
/// @param same whether whom the run before asked is asked, so that its answers are in the cache
record Purpose(
    Optional<Tasks.Work<List<Resolution>>> whom,
    int repeat,
    Optional<Tasks.Work<Investigation>> before,
    boolean same) {
  static final Purpose RESULTS = new Purpose(Optional.empty(), 0, Optional.empty(), false);
  static final Purpose RECONSIDERED = new Purpose(Optional.empty(), 0, Optional.empty(), true);

  /// Whether results are wanted alone, nothing beside them.
  boolean isPlain() {
    return repeat == 0 && before.isEmpty();
  }
}
