package org.whence.arc;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dkim.HeaderIndex;
import org.whence.dkim.JudgeOptions;
import org.whence.dkim.SignatureJudge;
import org.whence.mail.Message;

/// Validates the ARC chains of messages (RFC 8617, 5.2). Keeps nothing between checks; any number
/// may run at once.
public final class ArcVerifier {
  private final InstantSource clock;
  private final ArcOptions options;

  /// @param clock the time to judge by
  public ArcVerifier(InstantSource clock, ArcOptions options) {
    this.clock = clock;
    this.options = options;
  }

  /// Validates the chain of a message in a step below the branch.
  public ArcResult check(Message message, Branch above) throws InterruptedException {
    var chain = ArcChain.of(message);
    var branch = above.open(ArcTopic.CHAIN, Value.of(chain.sets().size()));
    if (!chain.found()) {
      var none = new Conclusion(Verdict.NONE, ArcReason.NO_SETS, List.of());
      return end(branch, none, List.of(), List.of());
    }
    branch.note(ArcReason.HISTORIC);
    var signatures =
        chain.sets().stream().flatMap(set -> set.messageSignatures().stream()).toList();
    var judge =
        new SignatureJudge(
            message,
            signatures,
            new JudgeOptions(
                clock.instant(),
                options.asking(),
                options.explaining(),
                options.headerAlone(),
                options.asOf()));
    var index = new HeaderIndex(message);
    var pieces = new ArrayList<Callable<ArcInstance>>();
    for (var set : chain.sets()) {
      var check = new SetCheck(set, chain.sets(), judge, options, branch);
      pieces.add(() -> check.check(index));
    }
    var instances = branch.together(pieces);
    var conclusion = Conclusion.of(chain, instances, Optional.empty());
    var others =
        new OtherTimes(chain, instances, branch)
            .judge(options.asOf().times(), conclusion.verdict());
    return end(branch, conclusion, instances, others);
  }

  private static ArcResult end(
      Branch branch, Conclusion conclusion, List<ArcInstance> instances, List<ArcAtTime> others) {
    var oldest = oldestPass(instances);
    oldest.ifPresent(i -> {
      branch.note(ArcReason.OLDEST_PASS, Value.of(i));
      if (i > 1) {
        branch.note(ArcReason.CHANGED_AFTER, Value.of(i - 1));
      }
    });
    var step = branch.close(conclusion.verdict(), conclusion.reason(), conclusion.valueArray());
    return new ArcResult(
        conclusion.verdict(),
        conclusion.reason(),
        conclusion.values(),
        instances,
        oldest,
        others,
        step);
  }

  /// Step 5: from the newest on downwards, as long as message signatures hold.
  private static Optional<Integer> oldestPass(List<ArcInstance> instances) {
    var held = 0;
    for (var instance : instances.reversed()) {
      if (instance.messageSignatureVerdict() != Verdict.PASS) {
        return held == 0 ? Optional.empty() : Optional.of(held);
      }
      held = instance.i();
    }
    return instances.isEmpty() ? Optional.empty() : Optional.of(0);
  }
}
