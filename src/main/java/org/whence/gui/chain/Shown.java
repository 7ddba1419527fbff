package org.whence.gui.chain;

import org.whence.gui.model.ChainNode;
import org.whence.gui.model.NodeState;

/// A node with its state at a moment: what a cell draws. A new one for every change, so that the
/// table draws again.
record Shown(ChainNode node, NodeState state) {}
