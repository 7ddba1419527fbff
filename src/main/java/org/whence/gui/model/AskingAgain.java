package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.chain.ChainListener;
import org.whence.dns.Resolution;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.Investigator;
import org.whence.investigation.Options;

/// Asks a whole case again: to see what changed since, or what rotates and depends on who is asked.
/// The tree becomes that of the new run.
public final class AskingAgain {
  /// How often a client is checked again at most.
  public static final int MOST = 20;

  private final CaseModel model;
  private final Desk desk;
  private final Places places;
  private final InstantSource clock;

  /// @param places where recordings and further resolvers are opened
  public AskingAgain(CaseModel model, Desk desk, Places places, InstantSource clock) {
    this.model = model;
    this.desk = desk;
    this.places = places;
    this.clock = clock;
  }

  /// The names of those who can be asked.
  public List<String> profiles() {
    return places.profiles();
  }

  /// Investigates again, and shows what changed since the run that is shown.
  public void compare() {
    var before = model.investigationProperty().get();
    if (before.isEmpty() || before.get().stopped()) {
      tell("compare.nothing");
    } else if (mayAsk()) {
      desk.investigate(
          new Purpose(desk.answering().elsewhere(), 0, Optional.of(before::get), false));
    }
  }

  /// Investigates, and shows what changed since a recording was made.
  public void compare(Path recording) {
    var input = model.inputProperty().get();
    if (mayAsk() && input.isPresent()) {
      var options = desk.answering().options();
      desk.investigate(
          new Purpose(
              Optional.empty(),
              0,
              Optional.of(() -> replayed(recording, input.get(), options)),
              false));
    }
  }

  private Investigation replayed(Path recording, Input input, Options options) throws IOException {
    try (var resolution = places.recording(recording)) {
      return new Investigator(resolution, clock, options).investigate(input, ChainListener.NONE);
    }
  }

  /// Investigates, and checks each client again.
  ///
  /// @param times how often, 1 to [#MOST]
  /// @param others whom to ask beside the one that was chosen: profiles or URIs; the sample case
  ///   asks its recording alone
  public void repeat(int times, List<String> others) {
    if (mayAsk()) {
      var whom = desk.answering().whom();
      var further = desk.answering().isSample() ? List.<String>of() : others;
      desk.investigate(
          new Purpose(Optional.of(() -> together(whom, further)), times, Optional.empty(), false));
    }
  }

  private List<Resolution> together(Tasks.Work<Resolution> whom, List<String> others)
      throws IOException, InterruptedException {
    var opened = new ArrayList<Resolution>();
    try {
      opened.add(whom.call());
      for (var other : others) {
        opened.add(places.resolution(other, true));
      }
      return opened;
    } catch (IOException | InterruptedException e) {
      opened.forEach(Resolution::close);
      throw e;
    }
  }

  private boolean mayAsk() {
    if (!desk.answering().askingNow()) {
      tell("again.off");
    } else if (model.phaseProperty().get() == Phase.RUNNING) {
      tell("again.running");
    } else {
      return true;
    }
    return false;
  }

  private void tell(String key) {
    model.noticeProperty().set(new Notice(true, model.words().texts().text(key)));
  }
}
