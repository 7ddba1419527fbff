package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.whence.casefile.Notes;
import org.whence.casefile.Recorded;
import org.whence.chain.ChainListener;
import org.whence.history.Marks;
import org.whence.investigation.Input;
import org.whence.investigation.Investigation;
import org.whence.investigation.Options;
import org.whence.report.Format;
import org.whence.watch.Watch;

/// Watches a folder while the window is open: the same as `whence watch`, so what one has done the
/// other does not do again, and it goes on where it was ended.
public final class WatchDesk {
  /// How long a file must stay as it is to be taken.
  private static final Duration SETTLE = Duration.ofSeconds(2);

  /// How many files are listed; the ledger has all.
  private static final int MOST = 500;

  private final CaseModel model;
  private final HistoryDesk.Parts parts;
  private final Memory memory;
  private final Tasks.Lane lane;
  private final StringProperty from = new SimpleStringProperty(this, "from", "");
  private final StringProperty to = new SimpleStringProperty(this, "to", "");
  private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
  private final BooleanProperty redacted = new SimpleBooleanProperty(this, "redacted");
  private final ObservableSet<Format> formats =
      FXCollections.observableSet(EnumSet.noneOf(Format.class));
  private final ObservableList<Watch.Outcome> done = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Count> count =
      new ReadOnlyObjectWrapper<>(this, "count", Count.NONE);

  /// How far it is.
  ///
  /// @param running whether the folder is being watched
  /// @param cases how many cases came of the files
  /// @param failed how many files could not be investigated
  public record Count(boolean running, int cases, int failed) {
    static final Count NONE = new Count(false, 0, 0);
  }

  /// @param parts what it works with
  public WatchDesk(CaseModel model, HistoryDesk.Parts parts) {
    this.model = model;
    this.parts = parts;
    this.memory = new Memory(parts.places(), parts.clock());
    this.lane = parts.tasks().lane();
    var last = parts.settings().watch();
    from.set(last.from());
    to.set(last.to());
    formats.addAll(last.formats());
    redacted.set(last.redacted());
  }

  /// The folder that mails come into.
  public StringProperty fromProperty() {
    return from;
  }

  /// The folder for cases and reports.
  public StringProperty toProperty() {
    return to;
  }

  /// The reports beside each case.
  public ObservableSet<Format> formats() {
    return formats;
  }

  /// Whether what is not for others is taken out of the reports; cases keep it.
  public BooleanProperty redactedProperty() {
    return redacted;
  }

  /// What became of the files, the latest first.
  public ObservableList<Watch.Outcome> done() {
    return done;
  }

  /// How far it is.
  public ReadOnlyObjectProperty<Count> countProperty() {
    return count.getReadOnlyProperty();
  }

  /// Why it does not go on, in a line that is safe to show; empty where nothing is wrong.
  public StringProperty troubleProperty() {
    return trouble;
  }

  /// Begins; files that are there already are taken as well.
  public void start() {
    if (count.get().running()) {
      return;
    }
    if (from.get().isBlank() || to.get().isBlank()) {
      trouble.set(model.words().texts().text("watch.folders"));
      return;
    }
    var chosen = new WatchChoice(from.get().strip(), to.get().strip(), formats, redacted.get());
    parts.settings().watch(chosen);
    trouble.set("");
    done.clear();
    count.set(new Count(true, 0, 0));
    var told = new ConcurrentLinkedQueue<Watch.Outcome>();
    var run = new Run(chosen, asked(), told, parts.settings().remembering());
    lane.start(run, () -> take(told), _ -> ended(), this::failed);
  }

  /// Whom to ask, and for what: as is chosen now, until it is started again.
  private Whom asked() {
    var resolver = model.resolverProperty().get();
    var asking = model.askingProperty().get();
    return new Whom(
        resolver,
        asking,
        model.securityProperty().get(),
        model.paceProperty().get(),
        Scope.ALL
            .options()
            .withAsking(asking)
            .withEnrichment(model.enrichmentProperty().get())
            .withTrust(model.trust().chosenProperty().get().trust()),
        model.privateProperty().get());
  }

  /// @param privately whether nothing is remembered
  private record Whom(
      String resolver,
      boolean asking,
      Security security,
      Pace pace,
      Options options,
      boolean privately) {}

  /// A watch from its beginning to its end, in the background.
  private final class Run implements Tasks.Work<Boolean> {
    private final WatchChoice chosen;
    private final Whom whom;
    private final Queue<Watch.Outcome> told;
    private final boolean remembering;

    Run(WatchChoice chosen, Whom whom, Queue<Watch.Outcome> told, boolean remembering) {
      this.chosen = chosen;
      this.whom = whom;
      this.told = told;
      this.remembering = remembering && !whom.privately();
    }

    @Override
    public Boolean call() throws IOException {
      var wanted =
          new Watch.Wanted(folder(chosen.from()), folder(chosen.to()), chosen.reports(), SETTLE);
      try (var resolution =
          parts.places().resolution(whom.resolver(), whom.asking(), whom.security(), whom.pace())) {
        var asked = new Recorded.Asked(resolution, whom.options(), new byte[0]);
        return new Watch(wanted, InstantSource.system(), told::add)
            .run(false, (input, file) -> one(input, file, asked));
      } catch (InterruptedException stopped) {
        // The lane would hand nothing back, and nobody would hear that it has ended.
        return false;
      }
    }

    private Recorded one(Input input, Path file, Recorded.Asked asked) {
      var made = Recorded.of(input, asked, parts.clock(), ChainListener.NONE, Notes.NONE);
      return remembering && !made.investigation().stopped()
          ? new Recorded(marked(made.investigation(), file), made.kept())
          : made;
    }

    /// Trouble with the history costs the marks alone.
    private Investigation marked(Investigation found, Path file) {
      try {
        return Marks.in(found, memory.keep(found, Optional.of(file)));
      } catch (IOException e) {
        told.add(new Watch.Outcome(file, 0, Optional.of(String.valueOf(e.getMessage()))));
        return found;
      }
    }
  }

  private static Path folder(String name) throws IOException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new IOException(name + ": is no name of a folder; choose another one", e);
    }
  }

  private void take(Queue<Watch.Outcome> told) {
    for (var next = told.poll(); next != null; next = told.poll()) {
      done.addFirst(next);
      if (done.size() > MOST) {
        done.removeLast();
      }
      var now = count.get();
      var failed = now.failed() + (next.failure().isPresent() ? 1 : 0);
      count.set(new Count(now.running(), now.cases() + next.cases(), failed));
    }
  }

  /// Ends it; what is being investigated is left, and taken again when it is started again.
  public void stop() {
    lane.interrupt();
  }

  private void ended() {
    count.set(new Count(false, count.get().cases(), count.get().failed()));
  }

  private void failed(IOException e) {
    ended();
    trouble.set(model.words().wording().running(String.valueOf(e.getMessage())));
  }

  /// The window closes.
  public void close() {
    lane.cancel();
  }
}
