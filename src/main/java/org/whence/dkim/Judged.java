package org.whence.dkim;

import java.util.List;
import java.util.Optional;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// What a signature comes to, its parts judged apart.
///
/// @param verdict all of it together
/// @param reason the most basic that decided it
/// @param values what the reason speaks of
/// @param bodyHash whether `bh=` fits; [HashCheck#UNCHECKED] for a seal, which has none
/// @param headerHash whether `b=` fits header and key
/// @param key what is known of the key, where exactly one was found
/// @param explanations what would have made a hash fit that does not; empty where that was not
///   looked for
/// @param otherTimes what it comes to at other times, as far as that can differ
public record Judged(
    Verdict verdict,
    DkimReason reason,
    List<Value> values,
    HashCheck bodyHash,
    HashCheck headerHash,
    Optional<KeyFacts> key,
    List<Explanation> explanations,
    List<AtTime> otherTimes) {
  public Judged {
    otherTimes = List.copyOf(otherTimes);
    explanations = List.copyOf(explanations);
    values = List.copyOf(values);
  }

  /// What the reason speaks of, for a step's conclusion.
  public Value[] valueArray() {
    return values.toArray(Value[]::new);
  }
}
