package org.whence.gui.model;

import java.util.Optional;
import java.util.function.BiFunction;
import org.whence.chain.Step;
import org.whence.investigation.Investigation;

/// Evidence that the analyst asked for beside a run, which grows its tree at the end: what was
/// asked of DNS for it stands among the queries, and it is looked at.
final class Growth {
  private final CaseModel model;

  Growth(CaseModel model) {
    this.model = model;
  }

  /// Takes a step into the investigation.
  ///
  /// @param before what was on the desk when it was asked for
  /// @return whether it was taken; what comes for a run that is not there any more is dropped
  boolean grow(
      Step more,
      Optional<Investigation> before,
      BiFunction<Investigation, Step, Investigation> how) {
    var now = model.investigationProperty().get();
    if (now.isEmpty() || !isThere(before)) {
      return false;
    }
    var grown = how.apply(now.get(), more);
    var added = grown.tree().steps().getLast();
    model.investigationProperty().set(Optional.of(grown));
    model.queries().askedByHand(added);
    model.chain().finish(grown.tree());
    model.selectedProperty().set(model.chain().at(added.path()));
    return true;
  }

  /// Whether a run is still on the desk, however much its tree has grown.
  boolean isThere(Optional<Investigation> before) {
    var now = model.investigationProperty().get();
    return before.isPresent()
        && now.isPresent()
        && before.get().input().equals(now.get().input())
        && before.get().started().equals(now.get().started());
  }
}
