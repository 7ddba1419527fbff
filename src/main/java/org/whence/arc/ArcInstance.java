package org.whence.arc;

import java.util.Optional;
import org.whence.chain.Step;
import org.whence.chain.Verdict;
import org.whence.dkim.Judged;
import org.whence.dkim.Signature;

/// One set of a chain, judged.
///
/// @param i its instance, from 1 on
/// @param seal its seal; empty where there is none, or several
/// @param sealed what the seal comes to; empty where it cannot be judged
/// @param messageSignature its message signature, likewise
/// @param signed what that comes to
/// @param claims the value of its ARC-Authentication-Results, hostile; likewise
/// @param trusted whether its domain is among the trusted sealers; empty where nobody is named
/// @param step the branch of evidence
public record ArcInstance(
    int i,
    Optional<Signature> seal,
    Optional<Judged> sealed,
    Optional<Signature> messageSignature,
    Optional<Judged> signed,
    Optional<String> claims,
    Optional<Boolean> trusted,
    Step step) {
  /// The domain that sealed the set.
  public Optional<String> domain() {
    return seal.flatMap(Signature::domain);
  }

  /// The seal's result as a word; `none` where it cannot be judged.
  public Verdict sealVerdict() {
    return sealed.map(Judged::verdict).orElse(Verdict.NONE);
  }

  /// The message signature's result as a word; `none` where it cannot be judged.
  public Verdict messageSignatureVerdict() {
    return signed.map(Judged::verdict).orElse(Verdict.NONE);
  }
}
