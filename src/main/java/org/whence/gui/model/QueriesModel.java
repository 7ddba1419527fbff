package org.whence.gui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.whence.chain.ChainTopic;
import org.whence.chain.Step;
import org.whence.chain.Value;
import org.whence.dns.Exchange;

/// Every question of the run in the order planned, with what became of it.
public final class QueriesModel {
  /// With more changes than this in a batch, the table is told once of all.
  private static final int FEW = 64;

  private final List<QueryRow> kept = new ArrayList<>();
  private final BitSet changed = new BitSet();
  private final ObservableList<QueryRow> rows = FXCollections.observableArrayList();
  private final ObservableList<QueryRow> shown = FXCollections.unmodifiableObservableList(rows);
  private final Map<String, Integer> places = new HashMap<>();
  private final ReadOnlyObjectWrapper<TimeAxis> axis =
      new ReadOnlyObjectWrapper<>(this, "axis", TimeAxis.NONE);
  private Duration elapsed = Duration.ZERO;
  private int asked;
  private int cached;
  private int open;

  /// The questions.
  public ObservableList<QueryRow> rows() {
    return shown;
  }

  /// The time that all of them share.
  public ReadOnlyObjectProperty<TimeAxis> axisProperty() {
    return axis.getReadOnlyProperty();
  }

  /// How many were asked, answers from the cache among them.
  public int asked() {
    return asked;
  }

  /// How many were answered from the cache.
  public int cached() {
    return cached;
  }

  /// How many still wait for an answer.
  public int open() {
    return open;
  }

  /// Forgets everything.
  public void clear() {
    rows.clear();
    kept.clear();
    changed.clear();
    places.clear();
    elapsed = Duration.ZERO;
    asked = 0;
    cached = 0;
    open = 0;
    axis.set(TimeAxis.NONE);
  }

  /// Takes a batch of live events.
  ///
  /// @param now how long the run has gone on
  public void apply(List<ChainEvent> events, Duration now) {
    elapsed = now;
    events.forEach(this::take);
    tell();
  }

  /// A question was asked again and answered: one more row.
  public void answeredAgain(String path, Exchange exchange) {
    var first = places.get(path);
    if (first != null) {
      asked++;
      kept.add(kept.get(first).askedAgain(kept.size() + 1, exchange));
      tell();
    }
  }

  /// The tree has grown by a step that the analyst asked for: its questions are more rows.
  public void askedByHand(Step grown) {
    grown
        .all()
        .filter(step -> step.topic() == ChainTopic.QUESTION)
        .forEach(step -> {
          planned(step.path(), step.values());
          step.exchanges().forEach(exchange -> byHand(step.path(), exchange));
        });
    tell();
  }

  private void byHand(String path, Exchange exchange) {
    var row = places.get(path);
    if (row != null) {
      asked++;
      cached += exchange.cached() ? 1 : 0;
      change(row, kept.get(row).askedAgain(row + 1, exchange));
    }
  }

  /// The run was stopped: what is open stays without an answer.
  public void stopped() {
    for (var row = 0; row < kept.size(); row++) {
      if (kept.get(row).exchange().isEmpty()) {
        change(row, kept.get(row).withStopped());
      }
    }
    open = 0;
    tell();
  }

  private void take(ChainEvent event) {
    switch (event) {
      case ChainEvent.Opened(var path, var topic, var values) -> {
        if (topic == ChainTopic.QUESTION) {
          planned(path, values);
        }
      }
      case ChainEvent.Asked(var path) -> asked(path);
      case ChainEvent.Answered(var path, var exchange) -> answered(path, exchange);
      case ChainEvent.Noted _, ChainEvent.Closed _ -> {}
    }
  }

  private void planned(String path, List<Value> values) {
    if (values.getFirst() instanceof Value.Domain(var name)
        && values.getLast() instanceof Value.Text(var type)) {
      places.put(path, kept.size());
      kept.add(QueryRow.planned(path, kept.size() + 1, name, type));
    }
  }

  private void asked(String path) {
    var row = places.get(path);
    if (row != null) {
      asked++;
      open++;
      change(row, kept.get(row).asked(elapsed));
    }
  }

  private void answered(String path, Exchange exchange) {
    var row = places.get(path);
    if (row != null && kept.get(row).open()) {
      open--;
      cached += exchange.cached() ? 1 : 0;
      change(row, kept.get(row).with(exchange));
    }
  }

  private void change(int row, QueryRow now) {
    kept.set(row, now);
    changed.set(row);
  }

  /// Shows what was kept.
  private void tell() {
    axis.set(TimeAxis.of(kept, open > 0 ? elapsed : Duration.ZERO));
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
