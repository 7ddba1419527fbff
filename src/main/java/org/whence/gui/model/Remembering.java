package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.whence.history.Marks;
import org.whence.history.Sighting;
import org.whence.investigation.Investigation;

/// What the window does with the history by itself: when a run has come to its end, what was seen
/// before is marked in the tree, and the case is remembered; in a private session it is only
/// marked. Trouble with the history is one line, and the case goes on.
final class Remembering {
  private final CaseModel model;
  private final Desk desk;
  private final Settings settings;
  private final Memory memory;
  private final Tasks.Lane lane;
  private final Tasks.Lane saving;
  private final Runnable kept;

  /// @param desk tells whether the case is the bundled one, which is nobody's
  /// @param kept told whenever a case was remembered
  Remembering(CaseModel model, Desk desk, HistoryDesk.Parts parts, Runnable kept) {
    this.model = model;
    this.desk = desk;
    this.settings = parts.settings();
    this.memory = new Memory(parts.places(), parts.clock());
    this.lane = parts.tasks().lane();
    this.saving = parts.tasks().lane();
    this.kept = kept;
  }

  void start() {
    model
        .phaseProperty()
        .addListener((_, before, now) -> {
          if (before == Phase.RUNNING && now == Phase.DONE) {
            model.investigationProperty().get().ifPresent(this::ended);
          } else {
            lane.cancel();
          }
        });
    model.saved().fileProperty().subscribe(file -> file.ifPresent(this::saved));
  }

  /// The history learns where the case lies.
  private void saved(Path file) {
    var found = model.investigationProperty().get();
    if (model.phaseProperty().get() == Phase.DONE
        && found.isPresent()
        && isWanted()
        && !model.privateProperty().get()) {
      saving.start(
          () -> memory.keep(found.get(), Optional.of(file)), _ -> kept.run(), this::unkept);
    }
  }

  private boolean isWanted() {
    return settings.remembering() && !desk.answering().isSample();
  }

  private void ended(Investigation found) {
    if (!isWanted()) {
      return;
    }
    var privately = model.privateProperty().get();
    var file = model.saved().fileProperty().get();
    lane.start(
        () -> privately ? memory.seen(found) : memory.keep(found, file),
        seen -> {
          mark(seen, found);
          kept.run();
        },
        privately ? this::unread : this::unkept);
  }

  /// What was asked again meanwhile stays; of another run nothing is marked.
  private void mark(List<Sighting> seen, Investigation found) {
    model
        .investigationProperty()
        .get()
        .filter(now -> !seen.isEmpty() && isSameRun(now, found))
        .ifPresent(now -> {
          var marked = Marks.in(now, seen);
          model.investigationProperty().set(Optional.of(marked));
          model.chain().finish(marked.tree());
        });
  }

  private static boolean isSameRun(Investigation one, Investigation other) {
    return one.input().sha256().equals(other.input().sha256())
        && one.started().equals(other.started());
  }

  private void unkept(IOException e) {
    tell("history.unkept", e);
  }

  private void unread(IOException e) {
    tell("history.unread", e);
  }

  private void tell(String key, IOException e) {
    var notices = new Notices(model);
    notices.tell(true, key, notices.visible(String.valueOf(e.getMessage())));
  }

  void close() {
    lane.cancel();
    saving.cancel();
  }
}
