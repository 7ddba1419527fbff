package org.whence.gui.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.whence.chain.ChainTopic;
import org.whence.chain.Value;
import org.whence.dns.Exchange;

/// Every question of the run in the order asked, with what became of it.
public final class QueriesModel {
  /// With more changes than this in a batch, the table is told once of all.
  private static final int FEW = 64;

  private final List<QueryRow> kept = new ArrayList<>();
  private final BitSet changed = new BitSet();
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
    kept.clear();
    changed.clear();
    planned.clear();
    open.clear();
  }

  /// Takes a batch of live events.
  public void apply(List<ChainEvent> events) {
    events.forEach(this::take);
    tell();
  }

  /// A question was asked again and answered: one more row.
  public void answeredAgain(String path, Exchange exchange) {
    asked(path);
    answered(path, exchange);
    tell();
  }

  /// The run was stopped: what is open stays without an answer.
  public void stopped() {
    open.values().forEach(row -> change(row, kept.get(row).withStopped()));
    open.clear();
    tell();
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
      open.put(path, kept.size());
      kept.add(new QueryRow(path, kept.size() + 1, name, type, Optional.empty(), false));
    }
  }

  private void answered(String path, Exchange exchange) {
    var row = open.remove(path);
    if (row != null) {
      change(row, kept.get(row).with(exchange));
    }
  }

  private void change(int row, QueryRow now) {
    kept.set(row, now);
    changed.set(row);
  }

  /// Shows what was kept.
  private void tell() {
    if (changed.cardinality() > FEW) {
      rows.setAll(kept);
    } else {
      changed.stream()
          .filter(row -> row < rows.size())
          .forEach(row -> rows.set(row, kept.get(row)));
      rows.addAll(kept.subList(rows.size(), kept.size()));
    }
    changed.clear();
  }
}
