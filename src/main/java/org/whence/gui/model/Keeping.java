package org.whence.gui.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whence.casefile.CaseFile;
import org.whence.casefile.Journal;
import org.whence.casefile.Notes;

/// Keeps the work on the case against a crash of the program or of the machine, in a [Journal]:
/// what is asked of DNS as it is answered, what the analyst writes within half a second. It is
/// taken away once nothing would be lost any more.
final class Keeping {
  private static final Duration PAUSE = Duration.ofMillis(400);

  private final CaseModel model;
  private final Optional<Path> root;
  private final Notices notices;
  private final Tasks.Lane lane;

  // Of the thread that owns the state.
  private boolean waits;
  private boolean troubled;

  private volatile boolean privately;
  private volatile boolean closed;

  /// Not of whoever holds this: while a journal is written, the window goes on.
  private volatile @Nullable State latest;

  // Of whoever holds this.
  private Optional<Journal> journal = Optional.empty();
  private Optional<Path> recovered = Optional.empty();
  private @Nullable State written;

  /// The work as it is at a moment.
  ///
  /// @param version which of all that was found
  /// @param found whether there is a result
  /// @param whole puts the case together
  private record State(
      int version, boolean found, Notes notes, Optional<Tasks.Work<CaseFile>> whole) {}

  /// @param root where journals are; none where the system knows no place, and nothing is kept
  Keeping(CaseModel model, Optional<Path> root, Tasks tasks) {
    this.model = model;
    this.root = root;
    this.notices = new Notices(model);
    this.lane = tasks.lane();
  }

  /// Keeps what changes from now on.
  ///
  /// @param cases puts the case together, as it is when that is called
  void start(Supplier<Optional<Tasks.Work<CaseFile>>> cases) {
    model
        .privateProperty()
        .subscribe(now -> {
          privately = now;
          if (now) {
            discard();
          } else {
            changed(cases);
          }
        });
    model.notes().notesProperty().subscribe(_ -> changed(cases));
    model.investigationProperty().subscribe(_ -> changed(cases));
    model
        .saved()
        .changedProperty()
        .subscribe(changed -> {
          if (changed) {
            changed(cases);
          } else {
            discard();
          }
        });
  }

  private void changed(Supplier<Optional<Tasks.Work<CaseFile>>> cases) {
    latest =
        new State(
            model.saved().version(),
            model.investigationProperty().get().isPresent(),
            model.notes().notes(),
            cases.get());
    if (model.saved().changedProperty().get()) {
      later();
    }
  }

  private void later() {
    if (!waits && keeps()) {
      waits = true;
      lane.startAfter(
          PAUSE,
          this::write,
          behind -> {
            waits = false;
            if (behind && model.saved().changedProperty().get()) {
              later();
            }
          },
          this::trouble);
    }
  }

  /// Nothing is kept of a private session, nor of a run that a closed window did not stop in time.
  private boolean keeps() {
    return root.isPresent() && !privately && !closed;
  }

  private void trouble(IOException e) {
    waits = false;
    if (!troubled) {
      troubled = true;
      notices.failed(e);
    }
  }

  /// Writes what is not written yet.
  ///
  /// @return whether something changed meanwhile
  private boolean write() throws IOException, InterruptedException {
    var now = latest;
    if (now == null || now.whole().isEmpty()) {
      return false;
    }
    var whole = isFirst(now) ? Optional.of(now.whole().get().call()) : Optional.<CaseFile>empty();
    return write(now, whole);
  }

  private synchronized boolean isFirst(State now) {
    return journal.isEmpty()
        || (now.found() && (written == null || written.version() != now.version()));
  }

  private synchronized boolean write(State now, Optional<CaseFile> whole) throws IOException {
    if (latest == null || !keeps()) {
      return false;
    }
    if (journal.isEmpty()) {
      journal = Optional.of(Journal.begin(root.orElseThrow(), whole.orElseThrow()));
      if (recovered.isPresent()) {
        Journal.forget(recovered.get());
        recovered = Optional.empty();
      }
    } else {
      if (written == null || !written.notes().equals(now.notes())) {
        journal.get().notes(now.notes());
      }
      if (whole.isPresent()) {
        journal.get().found(whole.get());
      }
    }
    written = now;
    return !now.equals(latest);
  }

  /// A run begins: whatever it hears is kept from now on. On the thread of the run.
  ///
  /// @return where to write what is heard
  /// @throws IOException where it cannot be kept, in one line
  synchronized OutputStream begin(CaseFile begun) throws IOException {
    if (!keeps()) {
      return OutputStream.nullOutputStream();
    }
    var now = latest;
    var notes = now == null ? begun.notes() : now.notes();
    var begins = Journal.begin(root.orElseThrow(), begun.withNotes(notes));
    var before = journal;
    journal = Optional.of(begins);
    written = new State(-1, false, notes, Optional.empty());
    if (before.isPresent()) {
      before.get().discard();
    }
    return begins.recording();
  }

  /// What was left by a crash is worked on from now on; its journal goes once there is another one.
  synchronized void recovered(Path folder) {
    recovered = Optional.of(folder);
  }

  /// Nothing would be lost any more.
  synchronized void discard() {
    latest = null;
    written = null;
    var before = journal;
    journal = Optional.empty();
    try {
      if (before.isPresent()) {
        before.get().discard();
      }
    } catch (IOException leftForTheNextStart) {
      notices.failed(leftForTheNextStart);
    }
  }

  /// The window is closed, in order. What was left by a crash goes too, once it was looked at: it
  /// may not be in a journal of its own yet.
  void close() {
    closed = true;
    lane.cancel();
    forgetRecovered();
    discard();
  }

  private synchronized void forgetRecovered() {
    try {
      var now = latest;
      if (recovered.isPresent() && now != null && now.found()) {
        Journal.forget(recovered.get());
        recovered = Optional.empty();
      }
    } catch (IOException leftForTheNextStart) {
      notices.failed(leftForTheNextStart);
    }
  }
}
