package org.whence.arc;

import java.util.List;
import java.util.Optional;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// What ARC says of a message.
///
/// @param verdict of the chain: `none`, `pass` or `fail` (RFC 8617, 4.4)
/// @param reason why
/// @param values what the reason speaks of
/// @param instances the sets, the oldest first
/// @param oldestPass the oldest set since which the message is unchanged, 0 where that is all of
///   them (RFC 8617, 5.2, step 5); empty where the newest message signature does not hold
/// @param otherTimes what the chain comes to at other times, as far as that can differ
/// @param step the branch of evidence
public record ArcResult(
    Verdict verdict,
    ArcReason reason,
    List<Value> values,
    List<ArcInstance> instances,
    Optional<Integer> oldestPass,
    List<ArcAtTime> otherTimes,
    Step step) {
  public ArcResult {
    values = List.copyOf(values);
    instances = List.copyOf(instances);
    otherTimes = List.copyOf(otherTimes);
  }
}
