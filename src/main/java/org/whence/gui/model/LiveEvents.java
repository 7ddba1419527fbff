package org.whence.gui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.whence.chain.ChainListener;
import org.whence.chain.Finding;
import org.whence.chain.Step;
import org.whence.chain.Topic;
import org.whence.chain.Value;
import org.whence.dns.Exchange;
import org.whence.dns.Question;

/// Takes the events of one run from all its threads, and gives them out in batches, in an order in
/// which a step is opened before anything else is told of it.
public final class LiveEvents implements ChainListener {
  private final ConcurrentLinkedQueue<ChainEvent> events = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> warnings = new ConcurrentLinkedQueue<>();

  /// Takes what the analyst should know at once, such as a recording that cannot be written
  /// further.
  void warned(String line) {
    warnings.add(line);
  }

  /// The oldest warning that was not told yet; null without one.
  @Nullable String nextWarning() {
    return warnings.poll();
  }

  @Override
  public void opened(String path, Topic topic, List<Value> values) {
    events.add(new ChainEvent.Opened(path, topic, List.copyOf(values)));
  }

  @Override
  public void asked(String path, Question question) {
    events.add(new ChainEvent.Asked(path));
  }

  @Override
  public void answered(String path, Exchange exchange) {
    events.add(new ChainEvent.Answered(path, exchange));
  }

  @Override
  public void noted(String path, Finding finding) {
    events.add(new ChainEvent.Noted(path, finding));
  }

  @Override
  public void closed(Step step) {
    events.add(new ChainEvent.Closed(step));
  }

  /// All events since the last call.
  public List<ChainEvent> drain() {
    var batch = new ArrayList<ChainEvent>();
    for (var event = events.poll(); event != null; event = events.poll()) {
      batch.add(event);
    }
    return batch;
  }
}
