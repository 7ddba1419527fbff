package org.whence.gui.model;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.whence.gui.model.ListModel.View;
import org.whence.investigation.AddressEntry;
import org.whence.investigation.Input;
import org.whence.investigation.Recognised;

/// What the analyst does with a long list: its addresses are checked many at once, each becomes a
/// row, and the tree of a row is opened when it is wanted, out of its evidence.
public final class ListDesk {
  /// From how many addresses on a list is a table and no tree.
  public static final int LONG = 200;

  /// While sorted rows arrive, they find their places so many batches together, about once a
  /// second.
  private static final int PAUSE = 10;

  private final CaseModel model;
  private final Runs runs;
  private final Tasks.Lane arranging;
  private final Tasks.Lane opening;
  private final Queue<ListRow> found = new ConcurrentLinkedQueue<>();
  private boolean arranges;
  private boolean urgent;
  private int ticks;

  ListDesk(CaseModel model, Runs runs, Tasks tasks) {
    this.model = model;
    this.runs = runs;
    this.arranging = tasks.lane();
    this.opening = tasks.lane();
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
    arranges = false;
    found.clear();
    model.list().clear();
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
    }
    ticks = (ticks + 1) % PAUSE;
    if (ticks == 0) {
      arrange();
    }
  }

  void ended() {
    model.list().end();
    tell();
    urgent = true;
    arrange();
  }

  private void tell() {
    model.tallyProperty().set(model.list().tally());
  }

  /// Filters and sorts in another way.
  public void show(View view) {
    model.list().view(view);
    urgent = true;
    arrange();
  }

  private void arrange() {
    if (model.list().isStale() && !arranges) {
      arranges = true;
      urgent = false;
      var from = model.list().size();
      arranging.start(
          model.list().arrangement(),
          rows -> {
            arranges = false;
            model.list().arranged(rows, from);
            if (urgent) {
              arrange();
            }
          },
          this::failed);
    }
  }

  /// Opens the tree of a row.
  public void open(ListRow row) {
    if (row.entry().isEmpty() || row.evidence().isEmpty()) {
      return;
    }
    var events = new LiveEvents();
    opening.start(
        () -> runs.again(row, events),
        result -> {
          var batch = events.drain();
          model.selectedProperty().set(Optional.empty());
          model.queries().clear();
          model.queries().apply(batch, Duration.ZERO);
          model.chain().clear();
          model.chain().apply(batch);
          model.chain().finish(result.tree());
        },
        this::failed);
  }

  private void failed(IOException e) {
    model
        .noticeProperty()
        .set(new Notice(true, model.words().wording().running(String.valueOf(e.getMessage()))));
  }

  void close() {
    arranging.cancel();
    opening.cancel();
  }
}
