package org.whence.investigation;

import java.util.ArrayList;
import java.util.Optional;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.iprev.IprevResult;
import org.whence.iprev.IprevTopic;
import org.whence.iprev.IprevVerifier;
import org.whence.iprev.Rotation;
import org.whence.iprev.RotationResult;

/// Checks a client again, of everybody who is asked, where the analyst wants it.
final class Repetition {
  private Repetition() {}

  /// Plans the rounds in a step below the branch, and makes them.
  ///
  /// @param first the check that was made; where nothing was asked, nothing is asked again
  static Optional<RotationResult> of(
      IprevVerifier verifier, IprevResult first, Conditions conditions, Branch above)
      throws InterruptedException {
    var times = conditions.options().repeat();
    if (times == 0 || first.verdict() == Verdict.NONE) {
      return Optional.empty();
    }
    var peers = conditions.peers();
    var branch =
        above.open(
            IprevTopic.ROTATION, Value.of(first.client()), Value.of(times), Value.of(peers.size()));
    var rounds = new ArrayList<Rotation.Planned>();
    for (var number = 1; number <= times; number++) {
      for (var peer : peers) {
        var who = peer.description();
        var round = branch.open(peer.resolver(), IprevTopic.ROUND, Value.of(number), Value.of(who));
        rounds.add(new Rotation.Planned(number, who, round));
      }
    }
    var rotation = new Rotation(verifier, first, peers.getFirst().description(), branch);
    return Optional.of(rotation.check(rounds));
  }
}
