package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.casefile.Journal;
import org.whence.casefile.Notes;
import org.whence.investigation.Input;
import org.whence.investigation.InputReader;
import org.whence.investigation.Recognised;
import org.whence.investigation.Source;
import org.whence.report.InputWording;

/// What the analyst puts in: read in the background, shown, and investigated where that is wanted
/// already.
final class InputDesk {
  private static final Duration TYPING = Duration.ofMillis(300);

  private final CaseModel model;
  private final Places places;
  private final InstantSource clock;
  private final Answering answering;
  private final RunDesk run;
  private final ListDesk list;
  private final Notices notices;
  private final Unpacking unpacking;
  private final Tasks.Lane reading;

  /// What is done once more when there is a password: what found something locked last.
  private Tasks.Work<Unpacking.Found> locked;

  private boolean wanted;
  private boolean busy;

  /// Where the case on the desk goes on if what is being read cannot be.
  private Optional<Phase> left = Optional.empty();

  /// @param run what is forgotten, and begun where that is wanted
  InputDesk(CaseModel model, Places places, RunDesk.Parts parts, RunDesk run, ListDesk list) {
    this.model = model;
    this.places = places;
    this.clock = parts.clock();
    this.answering = parts.answering();
    this.run = run;
    this.list = list;
    this.notices = new Notices(model);
    this.unpacking = new Unpacking(model.words());
    this.locked = () -> unpacking.pasted("");
    this.reading = parts.tasks().lane();
  }

  void typed(String text) {
    fresh();
    wanted = false;
    model.saved().begin(Notes.NONE);
    busy = true;
    model.cases().clear();
    reading.startAfter(
        TYPING,
        () -> Taken.of(InputReader.pasted(text), clock.instant()),
        this::read,
        this::failed);
  }

  void paste(String text) {
    if (text.isBlank()) {
      notices.tell(true, "paste.empty");
      return;
    }
    take(() -> unpacking.pasted(text));
  }

  /// Opens files that were given together.
  void open(List<Path> files) {
    var alone = files.size() == 1 ? Optional.of(files.getFirst()) : Optional.<Path>empty();
    take(() -> unpacking.open(files), alone, Origin.GIVEN);
  }

  /// What a crash left: its journal is a case that is in no file.
  void recover(Path folder) {
    take(() -> Unpacking.Found.of(Journal.recover(folder)), Optional.empty(), Origin.CRASH);
  }

  void choose(CaseRow row) {
    var title = model.cases().titleProperty().get();
    var rows = List.copyOf(model.cases().rows());
    take(() -> unpacking.choose(row, title, rows), Optional.empty(), Origin.LISTED);
  }

  void password(String password) {
    unpacking.password(password);
    take(locked);
  }

  void sample() {
    take(() -> Unpacking.Found.of(places.sample()), Optional.empty(), Origin.SAMPLE);
    wanted = true;
  }

  /// Has what was read investigated, or what is still being read as soon as it was.
  void investigate(Purpose purpose) {
    if (busy) {
      wanted = true;
      return;
    }
    wanted = false;
    run.begin(purpose);
  }

  /// What was read, and what it was found in.
  ///
  /// @param file the case that it is, whole
  private record Reading(Unpacking.Found found, Optional<Taken> taken, Optional<FileState> file) {
    static Reading of(Unpacking.Found found, Instant now, Optional<Path> from) throws IOException {
      var whole = found.isCaseAlone() && found.told().isEmpty();
      return new Reading(
          found,
          found.input().map(input -> Taken.of(input, now)),
          whole && from.isPresent() ? Optional.of(FileState.of(from.get())) : Optional.empty());
    }
  }

  /// Where an input comes from.
  private enum Origin {
    GIVEN,
    /// One of several in an input.
    LISTED,
    SAMPLE,
    CRASH
  }

  private void take(Tasks.Work<Unpacking.Found> source) {
    take(source, Optional.empty(), Origin.GIVEN);
  }

  private void take(Tasks.Work<Unpacking.Found> source, Optional<Path> from, Origin origin) {
    leave();
    busy = true;
    wanted = false;
    reading.start(
        () -> Reading.of(source.call(), clock.instant(), from),
        read -> {
          if (!read.found().locked().isEmpty()) {
            locked = source;
          }
          taken(read, origin);
        },
        this::failed);
  }

  /// The case on the desk stays there until another one was read, and a run goes on: what cannot be
  /// read is told, and takes nothing away.
  private void leave() {
    if (model.phaseProperty().get() != Phase.RUNNING) {
      left = left.or(() -> Optional.of(model.phaseProperty().get()));
      model.phaseProperty().set(Phase.EMPTY);
    }
    model.noticeProperty().set(Notice.NONE);
  }

  private void taken(Reading read, Origin origin) {
    fresh();
    if (origin == Origin.SAMPLE) {
      answering.sample();
    }
    model.notes().begin(Notes.NONE);
    model.saved().begin(Notes.NONE);
    var kept = read.found().kept();
    answering.kept(kept);
    kept.ifPresent(found -> {
      model.notes().begin(found.notes());
      if (origin == Origin.CRASH) {
        model.saved().recovered(found);
      } else {
        model.saved().opened(found, read.file());
      }
    });
    // A case answers for itself: nothing leaves.
    wanted = wanted || kept.isPresent();
    model.cases().show(read.found(), origin == Origin.LISTED);
    read.taken()
        .ifPresentOrElse(
            taken -> {
              model.textProperty().set(taken.shown());
              read(taken);
            },
            () -> {
              busy = false;
              wanted = false;
              model.textProperty().set("");
            });
    tell(read.found().told());
  }

  /// The first line of what could not be read, and how many more there are.
  private void tell(List<String> told) {
    if (!told.isEmpty()) {
      var first = notices.visible(told.getFirst());
      var more = told.size() - 1;
      var texts = model.words().texts();
      notices.error(more == 0 ? first : first + "; " + texts.text("input.more", more));
    }
  }

  /// Ends what goes on and forgets what was found.
  private void fresh() {
    left = Optional.empty();
    answering.chosen();
    run.forget();
    model.scopeProperty().set(Scope.ALL);
    model.inputProperty().set(Optional.empty());
    model.rawProperty().set(Optional.empty());
    model.hopProperty().set(Optional.empty());
    model.hops().clear();
    model.fields().clear();
    model.lines().clear();
    model.phaseProperty().set(Phase.EMPTY);
    model.noticeProperty().set(Notice.NONE);
  }

  private void read(Taken read) {
    busy = false;
    var input = read.input();
    model.inputProperty().set(Optional.of(input));
    model.rawProperty().set(read.raw());
    model.hops().setAll(read.hops());
    model.fields().setAll(read.fields());
    var words = new InputWording(model.words().wording());
    if (input.recognised() instanceof Recognised.Nothing nothing) {
      wanted = false;
      nothing(input, nothing, words);
      return;
    }
    model.lines().setAll(InputLines.of(input, words));
    model.phaseProperty().set(Phase.READY);
    list.begin(input);
    if (wanted) {
      investigate(Purpose.RESULTS);
    }
  }

  /// A file is a case that shows what there is, whatever is in it; text is still being written.
  private void nothing(Input input, Recognised.Nothing nothing, InputWording words) {
    var isPasted = input.source().kind() == Source.Kind.PASTED;
    if (!isPasted) {
      model.lines().setAll(InputLines.of(input, words));
      model.phaseProperty().set(Phase.READY);
    }
    if (!isPasted || nothing.why() != Recognised.Why.EMPTY) {
      notices.error(words.nothing(input, nothing));
    }
  }

  private void failed(IOException e) {
    busy = false;
    wanted = false;
    left.ifPresent(model.phaseProperty()::set);
    left = Optional.empty();
    model.cases().stay();
    notices.failed(e);
  }

  void close() {
    reading.cancel();
  }
}
