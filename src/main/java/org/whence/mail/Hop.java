package org.whence.mail;

import java.time.Duration;
import java.util.Optional;

/// One step of the way that the Received fields tell.
///
/// @param index its place from the top of the header, where the newest is, from 0
/// @param number its number for people, counted from the oldest step, which is 1; empty for what is
///   no relay step
/// @param field the field in the source
/// @param received what it says
/// @param delay the time since the nearest older step that tells a moment; negative where clocks
///   differ; empty where a moment is missing
public record Hop(
    int index,
    Optional<Integer> number,
    HeaderField field,
    Received received,
    Optional<Duration> delay) {

  /// Whether this is a step from host to host, as far as can be told: also one that could not be
  /// read, but not one within a host (see [Received.Result#IGNORED]).
  public boolean relay() {
    return received.result() != Received.Result.IGNORED;
  }
}
