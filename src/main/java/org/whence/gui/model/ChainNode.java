package org.whence.gui.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.whence.chain.Topic;
import org.whence.chain.Value;

/// A step of the tree as it is shown while it grows. Where it stands in the tree and what it is
/// about never change; what is known of it does.
public final class ChainNode {
  private final String path;
  private final Topic topic;
  private final List<Value> values;
  private final @Nullable ChainNode parent;
  private final List<ChainNode> children = new ArrayList<>();
  private final ReadOnlyObjectWrapper<NodeState> state =
      new ReadOnlyObjectWrapper<>(this, "state", NodeState.PLANNED);

  ChainNode(String path, Topic topic, List<Value> values, @Nullable ChainNode parent) {
    this.path = path;
    this.topic = topic;
    this.values = List.copyOf(values);
    this.parent = parent;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  /// See [org.whence.chain.Step#path()].
  public String path() {
    return path;
  }

  /// What it is about.
  public Topic topic() {
    return topic;
  }

  /// What it is about in particular.
  public List<Value> values() {
    return values;
  }

  /// The node above; none for the root.
  public Optional<ChainNode> parent() {
    return Optional.ofNullable(parent);
  }

  /// The nodes below, in the order in which they were opened.
  public List<ChainNode> children() {
    return Collections.unmodifiableList(children);
  }

  /// What is known of it now.
  public NodeState state() {
    return state.get();
  }

  /// The same, to be watched.
  public ReadOnlyObjectProperty<NodeState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  void state(NodeState now) {
    state.set(now);
  }

  /// This node and all below, depth first.
  public Stream<ChainNode> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(ChainNode::all));
  }

  /// The nodes from the first one below the root down to this one.
  public List<ChainNode> way() {
    var way = new ArrayList<ChainNode>();
    for (var node = this; node != null && node.parent != null; node = node.parent) {
      way.add(node);
    }
    return way.reversed();
  }
}
