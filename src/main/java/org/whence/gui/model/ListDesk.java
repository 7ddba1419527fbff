package org.whence.gui.model;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.whence.casefile.CaseFile;
import org.whence.casefile.Notes;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.Input;
import org.whence.investigation.KeptInput;
import org.whence.investigation.Recognised;

/// What the analyst does with a long list: its addresses are checked many at once, each becomes a
/// row, and the tree of a row is opened when it is wanted, out of its evidence.
public final class ListDesk {
  /// From how many addresses on a list is a table and no tree.
  public static final int LONG = 200;

  private final CaseModel model;
  private final Runs runs;
  private final Tasks.Lane running;
  private final Tasks.Lane arranging;
  private final Tasks.Lane opening;
  private final InstantSource clock;
  private final ListExport export;
  private final Queue<ListRow> found = new ConcurrentLinkedQueue<>();
  private boolean arranges;
  private Instant started = Instant.EPOCH;
  private Instant ended = Instant.EPOCH;

  /// @param running the lane of all runs
  ListDesk(CaseModel model, Runs runs, Tasks tasks, Tasks.Lane running, InstantSource clock) {
    this.model = model;
    this.runs = runs;
    this.running = running;
    this.arranging = tasks.lane();
    this.opening = tasks.lane();
    this.clock = clock;
    this.export = new ListExport(model, runs, tasks);
  }

  /// The addresses of an input, where it is a long list; none otherwise.
  static List<AddressEntry> of(Input input) {
    return input.recognised() instanceof Recognised.Addresses(var entries) && entries.size() >= LONG
        ? entries
        : List.of();
  }

  /// A list is put in: its rows come when it is run.
  void begin(Input input) {
    clear();
    var entries = of(input);
    if (!entries.isEmpty()) {
      model.list().begin(entries.size(), input.problems());
      tell();
    }
  }

  void clear() {
    arranging.cancel();
    opening.cancel();
    export.cancel();
    arranges = false;
    found.clear();
    model.list().clear();
  }

  /// Runs over the whole list.
  ///
  /// @param failed hears that it cannot be begun
  void run(Runs.Request request, Purpose purpose, Consumer<IOException> failed) {
    var entries = of(request.input());
    begin(request.input());
    model.list().againProperty().set(purpose.list().isPresent() || purpose.repeat() > 0);
    started = clock.instant();
    running.start(
        () -> runs.run(request, entries, purpose.list(), this::found),
        () -> live(request.events()),
        this::finished,
        failed);
  }

  /// Goes on with a list where it was stopped: what is done stays, and the same are asked.
  public void goOn() {
    var entries = model.inputProperty().get().map(ListDesk::of).orElse(List.of());
    if (!model.list().stoppedProperty().get()) {
      return;
    }
    export.cancel();
    var rest = entries.subList(Math.min(model.list().done(), entries.size()), entries.size());
    model.list().goOn();
    arrangeAnew();
    model.noticeProperty().set(Notice.NONE);
    model.phaseProperty().set(Phase.RUNNING);
    started = clock.instant().minus(model.elapsedProperty().get());
    var events = new LiveEvents();
    running.start(
        () -> runs.goOn(rest, events, this::found),
        () -> live(events),
        this::finished,
        e -> {
          failed(e);
          finished(false);
        });
  }

  private void live(LiveEvents events) {
    for (var line = events.nextWarning(); line != null; line = events.nextWarning()) {
      error(line);
    }
    if (model.phaseProperty().get() == Phase.RUNNING) {
      live(Duration.between(started, clock.instant()));
    }
  }

  private void finished(boolean whole) {
    ended = clock.instant();
    live(model.elapsedProperty().get());
    model.list().end(whole);
    tell();
    arrange();
    if (model.phaseProperty().get() == Phase.RUNNING) {
      model.phaseProperty().set(whole ? Phase.DONE : Phase.STOPPED);
    }
  }

  /// Takes a row; on any thread.
  public void found(ListRow row) {
    found.add(row);
  }

  /// Shows what was found since: one change, however much it is.
  ///
  /// @param elapsed how long the run has gone on
  public void live(Duration elapsed) {
    var batch = new ArrayList<ListRow>();
    for (var row = found.poll(); row != null; row = found.poll()) {
      batch.add(row);
    }
    model.elapsedProperty().set(elapsed);
    if (!batch.isEmpty()) {
      model.list().add(batch);
      tell();
      arrange();
    }
  }

  private void tell() {
    model.tallyProperty().set(model.list().tally());
  }

  /// Filters and sorts in another way.
  public void show(ListView view) {
    model.list().view(view);
    arrangeAnew();
  }

  private void arrangeAnew() {
    arranging.cancel();
    arranges = false;
    arrange();
  }

  private void arrange() {
    if (model.list().isStale() && !arranges) {
      arranges = true;
      arranging.start(
          model.list().arranging(),
          grown -> {
            arranges = false;
            model.list().arranged(grown);
            arrange();
          },
          this::failed);
    }
  }

  /// Opens the tree of a row, and what changed in it, where the list was compared.
  public void open(ListRow row) {
    if (row.entry().isEmpty() || row.kept().isEmpty()) {
      return;
    }
    var events = new LiveEvents();
    opening.start(
        () -> runs.list().opened(row, events),
        opened -> {
          var batch = events.drain();
          model.selectedProperty().set(Optional.empty());
          model.queries().clear();
          model.queries().apply(batch, Duration.ZERO);
          model.chain().clear();
          model.chain().apply(batch);
          model.chain().finish(opened.investigation().tree());
          model.investigationProperty().set(Optional.of(opened.investigation()));
          model.comparisonProperty().set(opened.comparison());
        },
        this::failed);
  }

  /// Writes the rows of a list into files.
  public ListExport export() {
    return export;
  }

  /// The case of the list, to be put together in the background; none where nothing was run.
  ///
  /// @param notes what the analyst wrote
  Optional<Tasks.Work<CaseFile>> kept(Input input, byte[] keys, Notes notes) {
    var stopped = model.list().stoppedProperty().get();
    var from = started;
    var to = ended;
    return runs.listed()
        .filter(_ -> model.list().done() > 0)
        .map(run ->
            () -> {
              var span = new CaseFile.Span(from, to, stopped, run.clockOffset());
              return CaseFile.of(KeptInput.of(input), run.parameters(), span, run.heard(keys))
                  .withNotes(notes);
            });
  }

  private void failed(IOException e) {
    error(String.valueOf(e.getMessage()));
  }

  private void error(String line) {
    model.noticeProperty().set(new Notice(true, model.words().wording().running(line)));
  }

  void close() {
    arranging.cancel();
    opening.cancel();
    export.cancel();
  }
}
