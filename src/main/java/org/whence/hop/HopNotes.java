package org.whence.hop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Finding;
import org.whence.chain.Value;
import org.whence.mail.Hop;

/// What was noticed about one step.
///
/// @param continuity how it fits the step before it
/// @param protection whether it could be read on its way
/// @param ahead by how much its server's clock is ahead of the others; negative where it is behind;
///   empty where it stamped no moment
/// @param service who is known to run its server, or else its client
/// @param findings what was noticed, in the order in which it is told
public record HopNotes(
    Hop hop,
    Continuity continuity,
    Protection protection,
    Optional<Duration> ahead,
    Optional<Service> service,
    List<Finding> findings) {
  public HopNotes {
    findings = List.copyOf(findings);
  }

  /// Notes all of it at the step's branch.
  public void tell(Branch branch) {
    tell(findings, branch);
  }

  static void tell(List<Finding> findings, Branch branch) {
    for (var finding : findings) {
      branch.note(finding.reason(), finding.values().toArray(Value[]::new));
    }
  }
}
