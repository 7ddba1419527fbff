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
/// @param list opens what the addresses of a long list are held against
/// @param same whether whom the run before asked is asked, so that its answers are in the cache
record Purpose(
    Optional<Tasks.Work<List<Resolution>>> whom,
    int repeat,
    Optional<Tasks.Work<Investigation>> before,
    Optional<Tasks.Work<ListBefore>> list,
    boolean same) {
  static final Purpose RESULTS = of(Optional.empty(), false);
  static final Purpose RECONSIDERED = of(Optional.empty(), true);

  private static Purpose of(Optional<Tasks.Work<List<Resolution>>> whom, boolean same) {
    return new Purpose(whom, 0, Optional.empty(), Optional.empty(), same);
  }

  /// To check each client again.
  static Purpose repeat(Tasks.Work<List<Resolution>> whom, int times) {
    return new Purpose(Optional.of(whom), times, Optional.empty(), Optional.empty(), false);
  }

  /// To hold the results against others.
  static Purpose compare(
      Optional<Tasks.Work<List<Resolution>>> whom, Tasks.Work<Investigation> before) {
    return new Purpose(whom, 0, Optional.of(before), Optional.empty(), false);
  }

  /// To hold each address of a long list against what was found of it.
  static Purpose compareList(
      Optional<Tasks.Work<List<Resolution>>> whom, Tasks.Work<ListBefore> before) {
    return new Purpose(whom, 0, Optional.empty(), Optional.of(before), false);
  }
}
