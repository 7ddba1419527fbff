package org.whence.gui.model;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whence.casefile.CaseFile;
import org.whence.fetch.FetchTopic;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.iprev.IprevReason;

/// A run as it goes: begun, shown while it asks, stopped, and what comes of it.
final class RunDesk {
  private final CaseModel model;
  private final Runs runs;
  private final Answering answering;
  private final InstantSource clock;
  private final StepDesk steps;
  private final ListDesk list;
  private final Notices notices;
  private final Tasks.Lane running;
  private Instant started = Instant.EPOCH;
  private Optional<ChainNode> looked = Optional.empty();
  private ByHand byHand = ByHand.NOTHING;

  /// @param steps whose questions end where a run begins
  RunDesk(CaseModel model, Parts parts, StepDesk steps, ListDesk list) {
    this.model = model;
    this.runs = parts.runs();
    this.answering = parts.answering();
    this.clock = parts.clock();
    this.steps = steps;
    this.list = list;
    this.notices = new Notices(model);
    this.running = parts.running();
  }

  /// What a run works with.
  ///
  /// @param running the lane of all runs
  record Parts(
      Runs runs, Answering answering, Tasks tasks, Tasks.Lane running, InstantSource clock) {}

  /// Ends what goes on and forgets what was found.
  void forget() {
    running.cancel();
    steps.cancel();
    clear();
    list.clear();
  }

  private void clear() {
    model.selectedProperty().set(Optional.empty());
    model.investigationProperty().set(Optional.empty());
    model.comparisonProperty().set(Optional.empty());
    model.queries().clear();
    model.chain().clear();
    model.elapsedProperty().set(Duration.ZERO);
    model.answeringProperty().set("");
  }

  void reconsider() {
    var input = model.inputProperty().get();
    switch (model.phaseProperty().get()) {
      case DONE, STOPPED, RUNNING -> {
        var selected = model.selectedProperty().get();
        var asked = model.investigationProperty().get().map(ByHand::of).orElse(byHand);
        input.ifPresent(same -> begin(same, Purpose.RECONSIDERED, asked));
        looked = selected;
      }
      case EMPTY, READY -> {}
    }
  }

  /// Begins a run over what was read.
  void begin(Purpose purpose) {
    var input = model.inputProperty().get();
    if (input.isEmpty() || model.phaseProperty().get() == Phase.EMPTY) {
      notices.tell(true, "investigate.nothing");
      return;
    }
    begin(input.get(), purpose, ByHand.NOTHING);
  }

  private void begin(Input input, Purpose purpose, ByHand asked) {
    steps.cancel();
    clear();
    looked = Optional.empty();
    byHand = asked;
    started = clock.instant();
    model.noticeProperty().set(Notice.NONE);
    model.phaseProperty().set(Phase.RUNNING);
    model.saved().asks(purpose.whom().isPresent());
    run(input, purpose);
  }

  private void run(Input input, Purpose purpose) {
    var events = new LiveEvents();
    model.answeringProperty().set(answering.words());
    var request = request(input, purpose, events);
    if (ListDesk.of(input).isEmpty()) {
      running.start(
          () -> runs.run(request, purpose.before()),
          () -> live(events),
          this::finished,
          this::failed);
    } else {
      list.run(request, purpose, this::failed);
    }
  }

  private Runs.Request request(Input input, Purpose purpose, LiveEvents events) {
    var whom = answering.whom();
    var options = byHand.into(answering.options());
    return new Runs.Request(
        runs.begin(),
        input,
        purpose.whom().orElse(() -> List.of(whom.call())),
        purpose.same(),
        purpose.repeat() == 0 ? options : options.withRepeat(purpose.repeat()),
        events,
        answering.clock(purpose),
        byHand,
        answering.recorded());
  }

  private void warn(LiveEvents events) {
    for (var line = events.nextWarning(); line != null; line = events.nextWarning()) {
      notices.error(notices.visible(line));
    }
  }

  private void live(LiveEvents events) {
    warn(events);
    if (model.phaseProperty().get() != Phase.RUNNING) {
      return;
    }
    var batch = events.drain();
    model.elapsedProperty().set(Duration.between(started, clock.instant()));
    model.queries().apply(batch, model.elapsedProperty().get());
    model.chain().apply(batch);
  }

  private void finished(Runs.Ran ran) {
    var investigation = ran.investigation();
    model.saved().live(runs.isLive());
    model.investigationProperty().set(Optional.of(investigation));
    model.chain().finish(investigation.tree());
    investigation.tree().steps().stream()
        .filter(step -> step.topic() == FetchTopic.DOCUMENT)
        .forEach(model.queries()::askedByHand);
    if (model.selectedProperty().get().isEmpty()) {
      model.selectedProperty().set(looked.flatMap(model.chain()::like));
    }
    model.answeringProperty().set(investigation.parameters().resolver());
    if (model.phaseProperty().get() == Phase.RUNNING) {
      model.queries().stopped();
      model.phaseProperty().set(investigation.stopped() ? Phase.STOPPED : Phase.DONE);
      model
          .elapsedProperty()
          .set(Duration.between(investigation.started(), investigation.finished()));
    }
    model.comparisonProperty().set(ran.comparison());
    // What was asked for is looked at: the first client whose answers do not agree, or the first.
    investigation.rotations().stream()
        .min(Comparator.comparing(rotation -> rotation.reason() == IprevReason.STEADY))
        .flatMap(rotation -> model.chain().at(rotation.step().path()))
        .ifPresent(node -> model.selectedProperty().set(Optional.of(node)));
    Trouble.of(investigation, model.words()).ifPresent(notices::error);
    answering.recorded().ifPresent(kept -> holdAgainst(kept, investigation));
  }

  /// Another version of the program may conclude otherwise from the same answers.
  private void holdAgainst(CaseFile kept, Investigation investigation) {
    var otherwise = investigation.stopped() ? List.of() : kept.judgedOtherwise(investigation);
    if (!otherwise.isEmpty()) {
      notices.tell(
          true, "case.otherwise", otherwise.size(), notices.visible(kept.provenance().version()));
    }
  }

  private void failed(IOException e) {
    model.phaseProperty().set(Phase.READY);
    model.answeringProperty().set("");
    notices.failed(e);
  }

  /// Stops whatever goes on, at once; what was found stays.
  void stop() {
    steps.cancel();
    list.export().stop();
    if (model.phaseProperty().get() == Phase.RUNNING) {
      model.phaseProperty().set(Phase.STOPPED);
      model.chain().stopped();
      model.queries().stopped();
      running.interrupt();
    }
  }

  void close() {
    running.cancel();
    steps.cancel();
    list.close();
    runs.close();
  }
}
