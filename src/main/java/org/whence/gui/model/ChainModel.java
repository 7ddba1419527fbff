package org.whence.gui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Step;
import org.whence.dns.Exchange;
import org.whence.investigation.InvestigationTopic;

/// The tree of evidence as it is shown: fed by live events, and in the end by the finished tree.
///
/// Views watch [#revisionProperty()], which changes once a batch. A node stays the same object from
/// its opening to the end of the case, so selections and scroll positions hold.
public final class ChainModel {
  private final Map<String, ChainNode> nodes = new HashMap<>();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
  private @Nullable ChainNode root;

  /// Changes whenever anything did.
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /// What the whole case is; none before something was investigated.
  public Optional<ChainNode> root() {
    return Optional.ofNullable(root);
  }

  /// What is looked at: addresses or hops, in the order of the tree.
  public List<ChainNode> tops() {
    return root == null ? List.of() : root.children();
  }

  /// The node at a path.
  public Optional<ChainNode> at(String path) {
    return Optional.ofNullable(nodes.get(path));
  }

  /// The node that is about the same as one of another tree.
  public Optional<ChainNode> like(ChainNode other) {
    return tops().stream()
        .flatMap(ChainNode::all)
        .filter(node -> node.topic().equals(other.topic()) && node.values().equals(other.values()))
        .findFirst();
  }

  /// Whether a node belongs to a hop below the trust line, where anybody could have written the
  /// field. The tree has the oldest hop first, so that these come before the line.
  public boolean isBelowLine(ChainNode node) {
    var top = node.way().isEmpty() ? node : node.way().getFirst();
    if (top.topic() != InvestigationTopic.HOP && top.topic() != InvestigationTopic.LOCAL_STEP) {
      return false;
    }
    return tops().stream()
        .dropWhile(other -> !other.equals(top))
        .anyMatch(other -> other.topic() == InvestigationTopic.TRUST_LINE);
  }

  /// Forgets everything.
  public void clear() {
    nodes.clear();
    root = null;
    changed();
  }

  /// Takes a batch of live events.
  public void apply(List<ChainEvent> events) {
    if (!events.isEmpty()) {
      events.forEach(this::take);
      changed();
    }
  }

  private void take(ChainEvent event) {
    switch (event) {
      case ChainEvent.Opened(var path, var topic, var values) ->
          open(path, () -> new ChainNode(path, topic, values, parentOf(path)));
      case ChainEvent.Asked(var path) ->
          at(path).ifPresent(node -> node.state(node.state().with(Progress.ASKED)));
      case ChainEvent.Answered(var path, var exchange) ->
          at(path).ifPresent(node -> node.state(node.state().with(exchange)));
      case ChainEvent.Noted(var path, var finding) ->
          at(path).ifPresent(node -> node.state(node.state().with(finding)));
      case ChainEvent.Closed(var step) ->
          at(step.path()).ifPresent(node -> node.state(NodeState.of(step)));
    }
  }

  /// The run was stopped: nothing that is still open will be answered.
  public void stopped() {
    nodes.values().stream()
        .filter(node -> !node.state().ended())
        .forEach(node -> node.state(node.state().with(Progress.STOPPED)));
    changed();
  }

  /// Takes the finished tree, which is right wherever events were dropped.
  public void finish(Step tree) {
    merge(tree);
    changed();
  }

  /// A question was asked again: the second answer stands beside the first.
  public void answeredAgain(String path, Exchange again) {
    at(path).ifPresent(node -> node.state(withAgain(node.state(), path, again)));
    changed();
  }

  private static NodeState withAgain(NodeState state, String path, Exchange again) {
    return state
        .step()
        .map(step -> NodeState.of(step.withExchange(path, again)))
        .orElseGet(() -> state.with(again).with(state.progress()));
  }

  private void merge(Step step) {
    var path = step.path();
    open(path, () -> new ChainNode(path, step.topic(), step.values(), parentOf(path)));
    at(path).ifPresent(node -> node.state(NodeState.of(step)));
    step.steps().forEach(this::merge);
  }

  private void open(String path, java.util.function.Supplier<ChainNode> made) {
    if (!nodes.containsKey(path)) {
      var node = made.get();
      nodes.put(path, node);
      if (node.parent().isEmpty()) {
        root = node;
      }
    }
  }

  private @Nullable ChainNode parentOf(String path) {
    var dot = path.lastIndexOf('.');
    return dot < 0 ? null : nodes.get(path.substring(0, dot));
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }
}
