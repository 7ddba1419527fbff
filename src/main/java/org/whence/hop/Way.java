package org.whence.hop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Finding;

/// What the way of a message shows.
///
/// @param hops its steps, newest first, in the order of [org.whence.mail.HopChain#hops]
/// @param clocks the clocks of its servers, the newest first
/// @param took how long it took from the oldest stamp to the newest, by clocks set right; empty
///   where there are not two
/// @param findings what was noticed about it as a whole
public record Way(
    List<HopNotes> hops, List<Clock> clocks, Optional<Duration> took, List<Finding> findings) {
  public Way {
    hops = List.copyOf(hops);
    clocks = List.copyOf(clocks);
    findings = List.copyOf(findings);
  }

  /// Notes at a branch what is about the way as a whole.
  public void tell(Branch branch) {
    HopNotes.tell(findings, branch);
  }
}
