package org.whence.chain;

import java.util.List;

/// Something noticed beside the verdict, which it does not change.
public record Finding(Reason reason, List<Value> values) {
  public Finding {
    values = List.copyOf(values);
  }
}
