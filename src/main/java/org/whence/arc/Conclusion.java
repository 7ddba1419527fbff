package org.whence.arc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.whence.chain.Value;
import org.whence.chain.Verdict;
import org.whence.dkim.DkimReason;
import org.whence.dkim.Judged;

/// What a chain comes to by what its signatures come to (RFC 8617, 5.2, steps 4 to 7).
///
/// @param values what the reason speaks of
record Conclusion(Verdict verdict, ArcReason reason, List<Value> values) {
  /// What a signature comes to at one time.
  private record Came(Verdict verdict, DkimReason reason) {}

  /// By the clock, or at another time. A signature that was not judged at that time comes to the
  /// same then: nothing speaks of another key, and it has no end.
  static Conclusion of(ArcChain chain, List<ArcInstance> instances, Optional<Instant> other) {
    if (chain.defect().isPresent()) {
      var defect = chain.defect().get();
      return new Conclusion(Verdict.FAIL, defect.reason(), defect.values());
    }
    var newest = instances.getLast();
    var signed = newest.signed().map(judged -> came(judged, other));
    // The body is not here, so that what signs it cannot be judged.
    if (signed.filter(came -> came.reason() == DkimReason.BODY_INCOMPLETE).isPresent()) {
      return new Conclusion(Verdict.NONE, ArcReason.BODY_INCOMPLETE, List.of());
    }
    // Step 4
    if (!holds(signed)) {
      return fail(ArcReason.MESSAGE_SIGNATURE, newest, signed);
    }
    // Step 6
    for (var instance : instances.reversed()) {
      var sealed = instance.sealed().map(judged -> came(judged, other));
      if (!holds(sealed)) {
        return fail(ArcReason.SEAL, instance, sealed);
      }
    }
    return new Conclusion(Verdict.PASS, ArcReason.VERIFIED, List.of(Value.of(instances.size())));
  }

  private static Came came(Judged judged, Optional<Instant> other) {
    return judged.otherTimes().stream()
        .filter(each -> other.filter(each.time()::equals).isPresent())
        .findFirst()
        .map(each -> new Came(each.verdict(), each.reason()))
        .orElseGet(() -> new Came(judged.verdict(), judged.reason()));
  }

  private static boolean holds(Optional<Came> signature) {
    return signature.filter(came -> came.verdict() == Verdict.PASS).isPresent();
  }

  private static Conclusion fail(ArcReason reason, ArcInstance instance, Optional<Came> came) {
    var why = came.map(each -> each.reason().word()).orElse(ArcReason.UNCHECKED.word());
    return new Conclusion(Verdict.FAIL, reason, List.of(Value.of(instance.i()), Value.of(why)));
  }

  Value[] valueArray() {
    return values.toArray(Value[]::new);
  }
}
