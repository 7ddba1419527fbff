package org.whence.chain;

import java.util.List;

/// How a step was concluded: the verdict, why, and what the reason speaks of.
public record Outcome(Verdict verdict, Reason reason, List<Value> values) {
  public Outcome {
    values = List.copyOf(values);
  }
}
