package org.whence.gui.model;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.whence.casefile.CaseFile;
import org.whence.casefile.Provenance;
import org.whence.spf.SpfResult;
import org.whence.spf.Supposition;

/// What the analyst does. Every method comes back at once; reading, asking and writing happen in
/// the background, and what comes of them is in [CaseModel].
public final class Desk {
  private final CaseModel model;
  private final InstantSource clock;
  private final Keeping keeping;
  private final Runs runs;
  private final Answering answering;
  private final StepDesk steps;
  private final ListDesk list;
  private final RunDesk run;
  private final InputDesk input;
  private final KeyDesk keys;
  private Consumer<Runnable> leaving = Runnable::run;

  /// @param model what is changed
  /// @param places where cases and answers come from
  public Desk(CaseModel model, Places places, Tasks tasks, InstantSource clock) {
    this.model = model;
    this.clock = clock;
    this.keeping = new Keeping(model, places.journals(), tasks);
    this.runs = new Runs(keeping);
    this.answering = new Answering(model, places, clock);
    this.steps = new StepDesk(model, runs, answering, tasks);
    var running = tasks.lane();
    this.list = new ListDesk(model, runs, tasks, running, clock);
    var parts = new RunDesk.Parts(runs, answering, tasks, running, clock);
    this.run = new RunDesk(model, parts, steps, list);
    this.input = new InputDesk(model, places, parts, run, list);
    this.keys = new KeyDesk(model, parts, run);
    keeping.start(this::kept);
  }

  /// The case on the desk, to be put together in the background; none where nothing was put in.
  Optional<Tasks.Work<CaseFile>> kept() {
    var notes = model.notes().notes();
    var recorded = answering.recorded();
    var found = model.investigationProperty().get();
    if (recorded.isPresent()) {
      var kept = found.map(recorded.get()::withSupposed).orElse(recorded.get());
      return Optional.of(() -> kept.withNotes(notes));
    }
    if (model.list().activeProperty().get()) {
      var input = model.inputProperty().get();
      return input.flatMap(listed -> list.kept(listed, answering.keys(), notes));
    }
    if (found.isPresent()) {
      var keys = answering.keys();
      return Optional.of(() -> CaseFile.of(found.get(), runs.heard(keys), notes));
    }
    var options = answering.options();
    var unasked = Provenance.begun(Optional.empty(), clock.instant());
    return model
        .inputProperty()
        .get()
        .map(put -> () -> CaseFile.begun(put, options, unasked).withNotes(notes));
  }

  /// A new investigation of work that a crash left.
  ///
  /// @param folder the journal of it
  public void recover(Path folder) {
    leaving.accept(() -> {
      input.recover(folder);
      keeping.recovered(folder);
    });
  }

  /// The analyst typed: what is there now is read soon.
  public void typed(String text) {
    input.typed(text);
  }

  /// Has somebody look at what is on the desk before another input takes its place; they go on with
  /// it, or do not.
  public void beforeLeaving(Consumer<Runnable> asks) {
    leaving = asks;
  }

  /// A new investigation of text from the clipboard.
  public void paste(String text) {
    if (text.isBlank()) {
      input.paste(text);
    } else {
      leaving.accept(() -> input.paste(text));
    }
  }

  /// A new investigation of a file, or of what is in a folder.
  public void open(Path file) {
    open(List.of(file));
  }

  /// A new investigation of files that were given together, which are listed.
  ///
  /// @param files at least one
  public void open(List<Path> files) {
    leaving.accept(() -> input.open(files));
  }

  /// Another one of several cases in the input.
  public void choose(CaseRow row) {
    leaving.accept(() -> input.choose(row));
  }

  /// A password for what is locked: the input is opened once more.
  public void password(String password) {
    leaving.accept(() -> input.password(password));
  }

  /// The bundled case, answered by its own recording, and run at once: nothing leaves.
  public void sample() {
    leaving.accept(input::sample);
  }

  /// Asks DNS, if that is allowed, and shows what comes of it. An input that is still being read is
  /// investigated as soon as it was.
  public void investigate() {
    investigate(Purpose.RESULTS);
  }

  void investigate(Purpose purpose) {
    input.investigate(purpose);
  }

  /// What a run rests on beside DNS changed: one that was made is made again. What it knows of DNS
  /// it takes out of the cache, so that only what is new is asked, and what was looked at is looked
  /// at again.
  public void reconsider() {
    run.reconsider();
  }

  /// Signatures are judged as of then as well, with the keys that a recording has. A run that was
  /// made is made again, and asks nothing that was answered.
  public void keysOfThen(Path recording) {
    keys.take(recording);
  }

  /// Stops whatever goes on, at once; what was found stays.
  public void stop() {
    run.stop();
  }

  /// What is done with a long list.
  public ListDesk list() {
    return list;
  }

  /// Who answers the case.
  Answering answering() {
    return answering;
  }

  /// The runs, to ask whom the last one asked.
  Runs runs() {
    return runs;
  }

  /// Whether a node has questions that can be asked again.
  public boolean canAskAgain(ChainNode node) {
    return steps.canAskAgain(node);
  }

  /// Asks the questions of a node and those below it again, past the cache. The first answers stay
  /// beside the second ones.
  public void askAgain(ChainNode node) {
    steps.askAgain(node);
  }

  /// What SPF would say, had something else been seen: a branch beside that of the run, which stays
  /// as it is.
  public void suppose(SpfResult seen, Supposition what) {
    steps.suppose(seen, what);
  }

  /// The window closes.
  public void close() {
    input.close();
    keys.close();
    run.close();
    keeping.close();
  }
}
