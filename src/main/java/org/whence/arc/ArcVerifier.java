package org.whence.arc;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dkim.AsOf;
import org.whence.dkim.DkimReason;
import org.whence.dkim.HeaderIndex;
import org.whence.dkim.JudgeOptions;
import org.whence.dkim.Judged;
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
      return end(branch, Verdict.NONE, ArcReason.NO_SETS, List.of(), List.of());
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
                AsOf.NONE));
    var index = new HeaderIndex(message);
    var pieces = new ArrayList<Callable<ArcInstance>>();
    for (var set : chain.sets()) {
      var check = new SetCheck(set, chain.sets(), judge, options, branch);
      pieces.add(() -> check.check(index));
    }
    var instances = branch.together(pieces);
    return conclude(chain, instances, branch);
  }

  private static ArcResult conclude(ArcChain chain, List<ArcInstance> instances, Branch branch) {
    if (chain.defect().isPresent()) {
      var defect = chain.defect().get();
      return end(branch, Verdict.FAIL, defect.reason(), defect.values(), instances);
    }
    var newest = instances.getLast();
    if (newest.signed().filter(ArcVerifier::lacksBody).isPresent()) {
      return end(branch, Verdict.NONE, ArcReason.BODY_INCOMPLETE, List.of(), instances);
    }
    // Step 4
    if (newest.messageSignatureVerdict() != Verdict.PASS) {
      return fail(branch, ArcReason.MESSAGE_SIGNATURE, newest, newest.signed(), instances);
    }
    // Step 6
    for (var instance : instances.reversed()) {
      if (instance.sealVerdict() != Verdict.PASS) {
        return fail(branch, ArcReason.SEAL, instance, instance.sealed(), instances);
      }
    }
    return end(
        branch, Verdict.PASS, ArcReason.VERIFIED, List.of(Value.of(instances.size())), instances);
  }

  /// The body is not here, so that what signs it cannot be judged.
  private static boolean lacksBody(Judged signed) {
    return signed.reason() == DkimReason.BODY_INCOMPLETE;
  }

  private static ArcResult fail(
      Branch branch,
      ArcReason reason,
      ArcInstance instance,
      Optional<Judged> judged,
      List<ArcInstance> instances) {
    var why = judged.map(each -> each.reason().word()).orElse(ArcReason.UNCHECKED.word());
    return end(
        branch, Verdict.FAIL, reason, List.of(Value.of(instance.i()), Value.of(why)), instances);
  }

  private static ArcResult end(
      Branch branch,
      Verdict verdict,
      ArcReason reason,
      List<Value> values,
      List<ArcInstance> instances) {
    var oldest = oldestPass(instances);
    oldest.ifPresent(i -> {
      branch.note(ArcReason.OLDEST_PASS, Value.of(i));
      if (i > 1) {
        branch.note(ArcReason.CHANGED_AFTER, Value.of(i - 1));
      }
    });
    var step = branch.close(verdict, reason, values.toArray(Value[]::new));
    return new ArcResult(verdict, reason, values, instances, oldest, step);
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
