package org.whence.casefile;

import java.util.List;
import java.util.Map;
import org.whence.fetch.Fetched;
import org.whence.investigation.KeptInput;
import org.whence.investigation.Options;

/// What the verdicts of a case rest on, and what they were.
///
/// @param options what the analyst asked for, as they asked for it
/// @param recording what was asked of DNS, as lines of a recording in UTF-8, not written into
/// @param keys the recordings that keys of then were taken from, the same way
/// @param judged what was concluded, in the order of the tree
/// @param documents those that were asked for by hand, in the order of the tree
/// @param again how often questions were asked again after the run, by the paths of their steps
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
record Evidence(
    KeptInput input,
    Options options,
    Provenance provenance,
    byte[] recording,
    byte[] keys,
    List<Judged> judged,
    List<Fetched> documents,
    Map<String, Integer> again) {
  Evidence {
    judged = List.copyOf(judged);
    documents = List.copyOf(documents);
    again = Map.copyOf(again);
  }

  /// The same with other settings.
  Evidence with(Options other) {
    return new Evidence(input, other, provenance, recording, keys, judged, documents, again);
  }
}
