package org.whence.gui.model;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.whence.investigation.Investigation;
import org.whence.spf.SpfResult;
import org.whence.spf.Supposed;
import org.whence.spf.Supposition;

/// What the analyst asks about single steps of a run that has ended.
final class StepDesk {
  private final CaseModel model;
  private final Runs runs;
  private final Answering answering;
  private final Notices notices;
  private final Tasks.Lane lane;

  StepDesk(CaseModel model, Runs runs, Answering answering, Tasks tasks) {
    this.model = model;
    this.runs = runs;
    this.answering = answering;
    this.notices = new Notices(model);
    this.lane = tasks.lane();
  }

  boolean canAskAgain(ChainNode node) {
    return answering.asking()
        && model.phaseProperty().get() != Phase.RUNNING
        && node.all().anyMatch(n -> NodeWords.question(n).isPresent());
  }

  void askAgain(ChainNode node) {
    if (!canAskAgain(node)) {
      notices.tell(true, model.askingProperty().get() ? "again.none" : "again.off");
      return;
    }
    var questions = node.all().flatMap(n -> NodeWords.question(n).stream()).toList();
    notices.tell(false, "again.asking", questions.size());
    lane.start(
        () -> runs.again(questions),
        answers -> {
          answers.forEach((path, exchange) -> {
            model.queries().answeredAgain(path, exchange);
            model.chain().answeredAgain(path, exchange);
            changed(i -> i.withTree(i.tree().withExchange(path, exchange)));
          });
          notices.tell(false, "again.done", answers.size());
        },
        notices::failed);
  }

  void suppose(SpfResult seen, Supposition what) {
    if (!answering.asking()) {
      notices.tell(true, "again.off");
      return;
    }
    model
        .investigationProperty()
        .get()
        .ifPresent(before -> {
          var version = model.saved().version();
          lane.start(
              () -> runs.suppose(seen, what, before.tree()),
              supposed -> supposed.ifPresent(found -> supposed(seen, found, before, version)),
              notices::failed);
        });
  }

  /// Where something else grew the tree meanwhile, the branch has not its place: it is asked for
  /// again, mostly out of the cache.
  private void supposed(SpfResult seen, Supposed found, Investigation before, int version) {
    if (model.saved().version() != version) {
      suppose(seen, found.supposition());
      return;
    }
    var grown = before.withSupposed(found);
    model.queries().askedByHand(found.step());
    model.chain().finish(grown.tree());
    model.investigationProperty().set(Optional.of(grown));
  }

  private void changed(UnaryOperator<Investigation> change) {
    model.investigationProperty().set(model.investigationProperty().get().map(change));
  }

  /// Drops what is asked.
  void cancel() {
    lane.cancel();
  }
}
