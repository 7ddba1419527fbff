package org.whence.spf;

import java.util.List;
import org.whence.chain.Value;

/// What came of a mechanism (RFC 7208, 4.6.2).
sealed interface Match {
  /// It matches.
  ///
  /// @param path the steps of the terms below it that made it match
  record Matched(SpfReason reason, List<Value> values, List<String> path) implements Match {}

  /// It does not match.
  record Missed(SpfReason reason, List<Value> values) implements Match {}

  /// It ends the whole check.
  record Broke(Conclusion conclusion) implements Match {}

  static Match matched(SpfReason reason, Value... values) {
    return new Matched(reason, List.of(values), List.of());
  }

  static Match missed(SpfReason reason, Value... values) {
    return new Missed(reason, List.of(values));
  }
}
