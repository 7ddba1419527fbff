package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.whence.investigation.plan.Plan;
import org.whence.investigation.plan.Planning;

/// What the case will reveal once it is investigated, found out without asking anybody.
public final class Foresight {
  private final CaseModel model;
  private final Desk desk;
  private final InstantSource clock;
  private final Tasks.Lane lane;
  private final Places places;
  private final ObjectProperty<Optional<Path>> recording =
      new SimpleObjectProperty<>(this, "recording", Optional.empty());
  private final ObjectProperty<Optional<Plan>> plan =
      new SimpleObjectProperty<>(this, "plan", Optional.empty());
  private final ObjectProperty<String> trouble = new SimpleObjectProperty<>(this, "trouble", "");

  /// @param desk tells whom the case would ask
  /// @param places where recordings are opened
  public Foresight(CaseModel model, Desk desk, Places places, Tasks tasks, InstantSource clock) {
    this.model = model;
    this.desk = desk;
    this.places = places;
    this.clock = clock;
    this.lane = tasks.lane();
  }

  /// The plan; absent while it is made, and where there is nothing to ask for.
  public ObjectProperty<Optional<Plan>> planProperty() {
    return plan;
  }

  /// The recording whose answers are taken for those that will come, to look further.
  public ObjectProperty<Optional<Path>> recordingProperty() {
    return recording;
  }

  /// Why there is no plan, in a line; empty where there is one, or none yet.
  public ObjectProperty<String> troubleProperty() {
    return trouble;
  }

  /// Makes the plan anew, for what is asked and whom as it stands now.
  public void refresh() {
    trouble.set("");
    var input = model.inputProperty().get();
    if (input.isEmpty() || model.phaseProperty().get() == Phase.EMPTY) {
      lane.cancel();
      plan.set(Optional.empty());
      trouble.set(model.words().texts().text("investigate.nothing"));
      return;
    }
    var whom = desk.answering().whom();
    var options = desk.answering().options();
    var expected = recording.get();
    lane.start(
        () -> {
          try (var resolution = whom.call()) {
            if (expected.isEmpty()) {
              return new Planning(resolution, Optional.empty(), clock, options).plan(input.get());
            }
            try (var answers = places.recording(expected.get())) {
              return new Planning(resolution, Optional.of(answers), clock, options)
                  .plan(input.get());
            }
          }
        },
        made -> plan.set(Optional.of(made)),
        this::failed);
  }

  private void failed(IOException e) {
    plan.set(Optional.empty());
    trouble.set(model.words().wording().running(String.valueOf(e.getMessage())));
  }

  /// Nobody looks any more.
  public void close() {
    lane.cancel();
  }
}
