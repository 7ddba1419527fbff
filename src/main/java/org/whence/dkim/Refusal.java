package org.whence.dkim;

import java.util.List;
import org.whence.chain.Value;
import org.whence.chain.Verdict;

/// Why something does not count.
record Refusal(Verdict verdict, DkimReason reason, List<Value> values) {
  Refusal {
    values = List.copyOf(values);
  }

  static Refusal of(Verdict verdict, DkimReason reason, Value... values) {
    return new Refusal(verdict, reason, List.of(values));
  }

  /// RFC 6376, 6.1.2: PERMFAIL.
  static Refusal permanent(DkimReason reason, Value... values) {
    return of(Verdict.PERMERROR, reason, values);
  }

  Value[] valueArray() {
    return values.toArray(Value[]::new);
  }
}
