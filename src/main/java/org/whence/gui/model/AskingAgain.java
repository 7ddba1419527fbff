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
    if (model.list().activeProperty().get()) {
      compareList();
    } else if (before.isEmpty() || before.get().stopped()) {
      tell("compare.nothing");
    } else if (mayAsk()) {
      desk.investigate(Purpose.compare(desk.answering().elsewhere(), before::get));
    }
  }

  private void compareList() {
    var rows = model.list().all();
    if (model.list().done() == 0) {
      tell("compare.nothing");
    } else if (mayAsk()) {
      desk.investigate(
          Purpose.compareList(desk.answering().elsewhere(), () -> desk.runs().before(rows)));
    }
  }

  /// Investigates with the answers of a recording and of nobody else: nothing is sent, whether DNS
  /// may be asked or not, until what was found is asked again.
  public void answer(Path recording) {
    if (model.phaseProperty().get() == Phase.RUNNING) {
      tell("again.running");
    } else if (desk.answering().recording(recording)) {
      desk.investigate();
    } else {
      tell("again.answer.kept");
    }
  }

  /// Investigates, and shows what changed since a recording was made.
  public void compare(Path recording) {
    var input = model.inputProperty().get();
    if (mayAsk() && input.isPresent()) {
      var options = desk.answering().options();
      desk.investigate(
          model.list().activeProperty().get()
              ? Purpose.compareList(
                  Optional.empty(),
                  () ->
                      ListBefore.recording(
                          places.recording(recording), clock, options, input.get().source()))
              : Purpose.compare(Optional.empty(), () -> replayed(recording, input.get(), options)));
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
      var security = model.securityProperty().get();
      var pace = model.paceProperty().get();
      Places.Opening opening = name -> places.resolution(name, true, security, pace);
      desk.investigate(Purpose.repeat(() -> together(whom, further, opening), times));
    }
  }

  private List<Resolution> together(
      Tasks.Work<Resolution> whom, List<String> others, Places.Opening opening)
      throws IOException, InterruptedException {
    var opened = new ArrayList<Resolution>();
    try {
      opened.add(whom.call());
      for (var other : others) {
        opened.add(opening.open(other));
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
