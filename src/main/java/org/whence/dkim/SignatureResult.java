package org.whence.dkim;

import java.util.LinkedHashSet;
import java.util.List;
import org.whence.chain.Step;
import org.whence.chain.Verdict;

/// What DKIM says of one signature.
///
/// @param number its place among the message's, from 1 at the top
/// @param signature what it says of itself
/// @param judged what it comes to
/// @param step the branch of evidence
public record SignatureResult(int number, Signature signature, Judged judged, Step step) {
  /// The result as a word.
  public Verdict verdict() {
    return judged.verdict();
  }

  /// Why.
  public DkimReason reason() {
    return judged.reason();
  }

  /// What a reader should be warned of, although the signature may hold; each reason once.
  public List<DkimReason> warnings() {
    var warnings = new LinkedHashSet<DkimReason>();
    for (var finding : step.allFindings()) {
      if (finding.reason() instanceof DkimReason reason && reason.isWarning()) {
        warnings.add(reason);
      }
    }
    return List.copyOf(warnings);
  }
}
