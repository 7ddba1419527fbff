package org.whence.dkim;

import java.util.List;
import org.whence.chain.Step;
import org.whence.chain.Verdict;

/// What DKIM says of a message: the best of its signatures.
///
/// @param verdict `none` without a signature
/// @param reason why, for the best signature
/// @param signatures from top to bottom
/// @param step the branch of evidence
public record DkimResult(
    Verdict verdict, DkimReason reason, List<SignatureResult> signatures, Step step) {
  public DkimResult {
    signatures = List.copyOf(signatures);
  }
}
