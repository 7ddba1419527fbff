package org.whence.chain;

import java.util.List;
import org.whence.dns.Exchange;
import org.whence.dns.Question;

/// Hears how a tree grows.
///
/// Events of one branch come in order, from the threads that do the work; those of different
/// branches may come at the same time. A listener must be quick and must not block.
public interface ChainListener {
  /// Hears nothing.
  ChainListener NONE = new ChainListener() {};

  /// A step was opened: it is planned. The parent's path is this one without its last number.
  default void opened(String path, Topic topic, List<Value> values) {}

  /// The question of a step was sent.
  default void asked(String path, Question question) {}

  /// The question of a step came to an end.
  default void answered(String path, Exchange exchange) {}

  /// Something was noticed at a step.
  default void noted(String path, Finding finding) {}

  /// A step was closed, and with it all steps below.
  default void closed(Step step) {}
}
