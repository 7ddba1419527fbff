package org.whence.gui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.whence.chain.ChainTopic;
import org.whence.chain.Value;
import org.whence.dns.Exchange;

/// Every question of the run in the order asked, with what became of it.
public final class QueriesModel {
  private final ObservableList<QueryRow> rows = FXCollections.observableArrayList();
  private final ObservableList<QueryRow> shown = FXCollections.unmodifiableObservableList(rows);
  private final Map<String, List<Value>> planned = new HashMap<>();
  private final Map<String, Integer> open = new HashMap<>();

  /// The questions.
  public ObservableList<QueryRow> rows() {
    return shown;
  }

  /// How many were asked, answers from the cache among them.
  public int asked() {
    return rows.size();
  }

  /// How many were answered from the cache.
  public int cached() {
    return (int) rows.stream().filter(QueryRow::cached).count();
  }

  /// How many still wait for an answer.
  public int open() {
    return open.size();
  }

  /// Forgets everything.
  public void clear() {
    rows.clear();
    planned.clear();
    open.clear();
  }

  /// Takes a batch of live events.
  public void apply(List<ChainEvent> events) {
    events.forEach(this::take);
  }

  private void take(ChainEvent event) {
    switch (event) {
      case ChainEvent.Opened(var path, var topic, var values) -> {
        if (topic == ChainTopic.QUESTION) {
          planned.put(path, values);
        }
      }
      case ChainEvent.Asked(var path) -> asked(path);
      case ChainEvent.Answered(var path, var exchange) -> answered(path, exchange);
      case ChainEvent.Noted _, ChainEvent.Closed _ -> {}
    }
  }

  private void asked(String path) {
    var values = planned.get(path);
    if (values != null
        && values.getFirst() instanceof Value.Domain(var name)
        && values.getLast() instanceof Value.Text(var type)) {
      open.put(path, rows.size());
      rows.add(new QueryRow(path, rows.size() + 1, name, type, java.util.Optional.empty(), false));
    }
  }

  private void answered(String path, Exchange exchange) {
    var row = open.remove(path);
    if (row != null) {
      rows.set(row, rows.get(row).with(exchange));
    }
  }

  /// A question was asked again and answered: one more row.
  public void answeredAgain(String path, Exchange exchange) {
    asked(path);
    answered(path, exchange);
  }

  /// The run was stopped: what is open stays without an answer.
  public void stopped() {
    open.values().forEach(row -> rows.set(row, rows.get(row).withStopped()));
    open.clear();
  }
}
