package org.whence.investigation.claim;

import java.util.List;
import java.util.Optional;
import org.whence.chain.Finding;
import org.whence.chain.Verdict;

/// A statement beside our own result.
///
/// @param ours what we find of the same subject; empty where it could not be held against anything
/// @param path the step of that result
/// @param agreement [ClaimReason#SAME], [ClaimReason#DIFFERENT] or [ClaimReason#NOT_RECOMPUTED]
/// @param causes what the evidence offers as the cause, the likeliest first; where both agree, of
///   whom else it was said
public record Compared(
    Statement statement,
    Optional<Verdict> ours,
    Optional<String> path,
    ClaimReason agreement,
    List<Finding> causes) {
  public Compared {
    causes = List.copyOf(causes);
  }
}
