package org.whence.gui.model;

import java.util.List;
import org.whence.chain.Finding;
import org.whence.chain.Step;
import org.whence.chain.Topic;
import org.whence.chain.Value;
import org.whence.dns.Exchange;

/// Something that a growing tree told, kept until the window takes it.
public sealed interface ChainEvent {
  /// The step it is about.
  String path();

  /// A step is planned.
  record Opened(String path, Topic topic, List<Value> values) implements ChainEvent {}

  /// A step's question was sent.
  record Asked(String path) implements ChainEvent {}

  /// A step's question came to an end.
  record Answered(String path, Exchange exchange) implements ChainEvent {}

  /// Something was noticed at a step.
  record Noted(String path, Finding finding) implements ChainEvent {}

  /// A step was closed.
  record Closed(Step step) implements ChainEvent {
    @Override
    public String path() {
      return step.path();
    }
  }
}
