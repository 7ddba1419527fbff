package org.whence.gui.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.whence.casefile.WholeFile;
import org.whence.history.Entry;
import org.whence.report.EntryJson;

/// What the analyst does with the history: searches it, looks at what it knows of a case, opens
/// one, and says how long cases are kept. Every method comes back at once.
public final class HistoryDesk {
  /// How many cases are listed; who looks for older ones says more words.
  public static final int MOST = 200;

  private static final Duration TYPING = Duration.ofMillis(150);

  private final CaseModel model;
  private final Desk desk;
  private final Settings settings;
  private final Memory memory;
  private final Remembering remembering;
  private final Tasks.Lane looking;
  private final Tasks.Lane knowing;
  private final Tasks.Lane changing;
  private final StringProperty words = new SimpleStringProperty(this, "words", "");
  private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
  private final ObservableList<Entry> found = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Entry>> known =
      new SimpleObjectProperty<>(this, "known", Optional.empty());
  private final ObjectProperty<State> state =
      new SimpleObjectProperty<>(this, "state", State.EMPTY);
  private final ReadOnlyIntegerWrapper remembered = new ReadOnlyIntegerWrapper(this, "remembered");
  private final ReadOnlyIntegerWrapper recalled = new ReadOnlyIntegerWrapper(this, "recalled");

  /// How the history is.
  ///
  /// @param size how many cases it holds
  /// @param days how many days cases are kept; empty for always
  public record State(int size, OptionalInt days) {
    static final State EMPTY = new State(0, OptionalInt.empty());
  }

  private record Looked(State state, List<Entry> found) {
    static final Looked NOTHING = new Looked(State.EMPTY, List.of());
  }

  /// What it works with.
  public record Parts(Places places, Settings settings, Tasks tasks, InstantSource clock) {}

  /// @param desk opens cases
  public HistoryDesk(CaseModel model, Desk desk, Parts parts) {
    this.model = model;
    this.desk = desk;
    this.settings = parts.settings();
    this.memory = new Memory(parts.places(), parts.clock());
    this.remembering =
        new Remembering(model, desk, parts, () -> remembered.set(remembered.get() + 1));
    this.looking = parts.tasks().lane();
    this.knowing = parts.tasks().lane();
    this.changing = parts.tasks().lane();
  }

  /// Begins to remember, and to show what is wanted to be looked up.
  public void start() {
    remembering.start();
    words.subscribe((_, _) -> search(TYPING));
    model.recalledProperty().subscribe(wanted -> wanted.ifPresent(this::recall));
  }

  private void recall(String what) {
    model.recalledProperty().set(Optional.empty());
    words.set(what);
    recalled.set(recalled.get() + 1);
  }

  /// Changes whenever the history is to be shown.
  public ReadOnlyIntegerProperty recalledProperty() {
    return recalled.getReadOnlyProperty();
  }

  /// Changes whenever a case was remembered, or marked by what is.
  public ReadOnlyIntegerProperty rememberedProperty() {
    return remembered.getReadOnlyProperty();
  }

  /// The words that are searched for.
  public StringProperty wordsProperty() {
    return words;
  }

  /// What is wrong with the history, in a line that is safe to show; empty where nothing is.
  public StringProperty troubleProperty() {
    return trouble;
  }

  /// The cases in which the words stand, the newest first.
  public ObservableList<Entry> found() {
    return found;
  }

  /// All that is known of the case that is looked at.
  public ObjectProperty<Optional<Entry>> knownProperty() {
    return known;
  }

  /// How much it holds, and how long.
  public ObjectProperty<State> stateProperty() {
    return state;
  }

  /// Whether cases are remembered at all.
  public boolean isRemembering() {
    return settings.remembering();
  }

  /// Says whether cases are remembered at all.
  public void remember(boolean wanted) {
    settings.remembering(wanted);
  }

  /// Searches now.
  public void search() {
    search(Duration.ZERO);
  }

  private void search(Duration pause) {
    var wanted = words.get();
    Tasks.Work<Looked> work =
        () ->
            memory
                .reading(history ->
                    new Looked(
                        new State(history.size(), days(history.retention())),
                        history.search(wanted, MOST)))
                .orElse(Looked.NOTHING);
    if (pause.isZero()) {
      looking.start(work, this::show, this::failed);
    } else {
      looking.startAfter(pause, work, this::show, this::failed);
    }
  }

  private static OptionalInt days(Optional<Duration> retention) {
    return retention.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact(retention.get().toDays()));
  }

  private void show(Looked looked) {
    trouble.set("");
    found.setAll(looked.found());
    state.set(looked.state());
    known.set(Optional.empty());
  }

  /// Looks at a case.
  public void look(Entry entry) {
    knowing.start(
        () -> memory.reading(history -> history.entry(entry.reference())).flatMap(each -> each),
        known::set,
        this::failed);
  }

  /// Opens a case from its file. One that has none, or whose file is gone, is told, and the case on
  /// the desk stays.
  ///
  /// @param opened told when it is being opened
  public void open(Entry entry, Runnable opened) {
    if (entry.file().isEmpty()) {
      trouble.set(text("history.no.file"));
      return;
    }
    var name = entry.file().get();
    changing.start(
        () -> file(name),
        file -> {
          trouble.set("");
          opened.run();
          desk.open(file);
        },
        this::failed);
  }

  private static Path file(String name) throws IOException {
    try {
      var file = Path.of(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException ofAnotherSystem) {
      throw new IOException(name + ": is no file of this system", ofAnotherSystem);
    }
    throw new IOException(name + ": is not there any more; what the history knows is all there is");
  }

  /// Keeps cases so many days from now on; older ones are forgotten at once.
  ///
  /// @param days empty for always
  public void retain(OptionalInt days) {
    change(history -> {
      history.retain(
          days.isEmpty() ? Optional.empty() : Optional.of(Duration.ofDays(days.getAsInt())));
      return true;
    });
  }

  /// Forgets everything; files of cases stay.
  public void wipe() {
    change(history -> {
      history.wipe();
      return true;
    });
  }

  private void change(Memory.Use<Boolean> use) {
    changing.start(() -> memory.changing(use), _ -> search(), this::failed);
  }

  /// Writes all that is remembered into a file that the analyst chose, an object a line.
  public void export(Path file, Consumer<String> written) {
    changing.start(
        () -> {
          WholeFile.write(
              file,
              true,
              out -> {
                var buffered = new BufferedOutputStream(out);
                memory.reading(history -> {
                  history.export(entry -> EntryJson.write(entry, buffered));
                  return true;
                });
                buffered.flush();
              });
          return file;
        },
        done -> {
          trouble.set("");
          written.accept(
              model
                  .words()
                  .texts()
                  .text("export.done", model.words().wording().running(done.toString())));
        },
        this::failed);
  }

  private void failed(IOException e) {
    trouble.set(model.words().wording().running(String.valueOf(e.getMessage())));
  }

  private String text(String key) {
    return model.words().texts().text(key);
  }

  /// The window closes.
  public void close() {
    remembering.close();
    looking.cancel();
    knowing.cancel();
    changing.cancel();
  }
}
