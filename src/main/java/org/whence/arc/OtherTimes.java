package org.whence.arc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whence.chain.Branch;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// Judges a chain by the other times that its signatures were judged by, in a step each. What
/// counts is the clock; another verdict is told.
final class OtherTimes {
  private final ArcChain chain;
  private final List<ArcInstance> instances;
  private final Branch above;

  OtherTimes(ArcChain chain, List<ArcInstance> instances, Branch above) {
    this.chain = chain;
    this.instances = instances;
    this.above = above;
  }

  /// @param times those to judge by; left out is one by which no signature was judged
  /// @param now what the chain comes to by the clock
  List<ArcAtTime> judge(List<Instant> times, Verdict now) {
    var judged =
        instances.stream()
            .flatMap(each -> Stream.concat(each.sealed().stream(), each.signed().stream()))
            .flatMap(each -> each.otherTimes().stream())
            .map(each -> each.time())
            .distinct()
            .toList();
    var found = new ArrayList<ArcAtTime>();
    for (var time : times) {
      if (judged.contains(time)) {
        found.add(at(time, now));
      }
    }
    return found;
  }

  private ArcAtTime at(Instant time, Verdict now) {
    var then = Conclusion.of(chain, instances, Optional.of(time));
    var branch = above.open(ArcTopic.AS_OF, Value.of(time.toString()));
    branch.close(then.verdict(), then.reason(), then.valueArray());
    if (then.verdict() != now) {
      above.note(
          ArcReason.OTHER_THEN,
          Value.of(time.toString()),
          Value.of(then.verdict().word()),
          Value.of(now.word()));
    }
    return new ArcAtTime(time, then.verdict(), then.reason());
  }
}
