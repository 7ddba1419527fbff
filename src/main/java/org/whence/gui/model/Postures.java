package org.whence.gui.model;

import java.util.Optional;
import org.whence.chain.Step;
import org.whence.investigation.Investigation;
import org.whence.ip.AddressLiteral;
import org.whence.posture.PostureVerifier;

/// Asks what the domain of a node publishes about mail; the answer becomes a branch at the end of
/// the tree.
public final class Postures {
  private final CaseModel model;
  private final Desk desk;
  private final Growth growth;
  private final Notices notices;
  private final Tasks.Lane lane;

  /// @param desk whose last run tells whom to ask
  public Postures(CaseModel model, Desk desk, Tasks tasks) {
    this.model = model;
    this.desk = desk;
    this.growth = new Growth(model);
    this.notices = new Notices(model);
    this.lane = tasks.lane();
  }

  /// The domain that a node is about, where its posture can be asked for.
  public Optional<String> domain(ChainNode node) {
    var value = NodeWords.value(node);
    var domain = value.substring(value.lastIndexOf('@') + 1);
    return model.phaseProperty().get() != Phase.RUNNING
            && model.investigationProperty().get().isPresent()
            && desk.answering().asking()
            && domain.contains(".")
            && AddressLiteral.find(domain).isEmpty()
        ? PostureVerifier.domain(domain)
        : Optional.empty();
  }

  /// Asks about it.
  public void ask(ChainNode node) {
    var domain = domain(node);
    if (domain.isEmpty()) {
      notices.tell(true, "posture.none");
      return;
    }
    notices.tell(false, "posture.asking", notices.visible(domain.get()));
    var before = model.investigationProperty().get();
    lane.start(
        () -> desk.runs().posture(domain.get()),
        found -> found.ifPresent(step -> grown(step, before, domain.get())),
        notices::failed);
  }

  private void grown(Step step, Optional<Investigation> before, String domain) {
    if (growth.grow(step, before, (now, more) -> now.withPosture(domain, more))) {
      notices.tell(false, "posture.done", notices.visible(domain));
    }
  }
}
