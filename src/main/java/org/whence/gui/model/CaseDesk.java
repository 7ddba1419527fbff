package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.whence.casefile.CaseFile;
import org.whence.casefile.CaseName;
import org.whence.casefile.CaseWriter;

/// What the analyst does with the case as a whole: saves it, and leaves it. Nothing is written over
/// that somebody else wrote, and nothing is left that would be lost, without asking.
public final class CaseDesk {
  private static final String RECORDING = ".dns.jsonl";

  private final CaseModel model;
  private final Desk desk;
  private final FileDialogs dialogs;
  private final InstantSource clock;
  private final Notices notices;
  private final Tasks.Lane writing;
  private boolean writes;
  private Runnable next = () -> {};

  /// @param desk what is saved; it asks here before another input takes the place of the case
  public CaseDesk(
      CaseModel model, Desk desk, FileDialogs dialogs, Tasks tasks, InstantSource clock) {
    this.model = model;
    this.desk = desk;
    this.dialogs = dialogs;
    this.clock = clock;
    this.notices = new Notices(model);
    this.writing = tasks.lane();
    desk.beforeLeaving(go -> leave(model.saved().wrote(), go));
  }

  /// Saves the case where it was opened or saved, or asks for a file.
  public void save() {
    save(() -> {});
  }

  private void save(Runnable then) {
    if (writes) {
      // What was written since is not in what is being written.
      next = () -> save(then);
      return;
    }
    var state = model.saved().state();
    if (state.isPresent() && isReady()) {
      write(new Target(state.get().file(), state, false), then);
    } else {
      saveAs(then);
    }
  }

  /// Saves the case in a file that is asked for.
  public void saveAs() {
    saveAs(() -> {});
  }

  private void saveAs(Runnable then) {
    if (isReady()) {
      var input = model.inputProperty().get();
      dialogs
          .saveCase(input.map(CaseName::of).orElse(CaseName.PLAIN))
          .ifPresent(chosen -> write(Target.chosen(chosen), then));
    }
  }

  /// Writes all that DNS said into a file that is asked for: a recording, without the mail.
  public void saveRecording() {
    if (!isReady()) {
      return;
    }
    var kept = desk.kept().orElseThrow();
    var name = model.inputProperty().get().map(CaseName::of).orElse(CaseName.PLAIN);
    dialogs
        .save(name.substring(0, name.length() - CaseName.ENDING.length()) + RECORDING)
        .ifPresent(file -> writing.start(() -> recorded(kept, file), this::told, notices::failed));
  }

  private static Path recorded(Tasks.Work<CaseFile> kept, Path file)
      throws IOException, InterruptedException {
    var recording = kept.call().recording();
    // The dialog has asked already.
    Reports.into(file, true, out -> out.write(recording));
    return file;
  }

  private void told(Path written) {
    notices.tell(false, "export.done", notices.visible(written.toString()));
  }

  private boolean isReady() {
    if (model.phaseProperty().get() == Phase.RUNNING) {
      notices.tell(true, "again.running");
    } else if (desk.kept().isEmpty() || !isRun()) {
      notices.tell(true, "case.nothing");
    } else {
      return !writes;
    }
    return false;
  }

  private boolean isRun() {
    return model.list().activeProperty().get()
        ? model.list().done() > 0
        : model.investigationProperty().get().isPresent();
  }

  /// Where to write.
  ///
  /// @param ours how the file was when it was ours; none where it was not
  /// @param replaces whether it was asked already whether to replace what is there
  private record Target(Path file, Optional<FileState> ours, boolean replaces) {
    /// With the ending of a case, which makes it another file than the one that was asked about.
    static Target chosen(Path file) {
      var name = String.valueOf(file.getFileName());
      return name.endsWith(CaseName.ENDING)
          ? new Target(file, Optional.empty(), true)
          : new Target(file.resolveSibling(name + CaseName.ENDING), Optional.empty(), false);
    }

    boolean isFree() throws IOException {
      return replaces || (ours.isPresent() ? ours.get().holds() : !Files.exists(file));
    }
  }

  private void write(Target target, Runnable then) {
    writes = true;
    var kept = desk.kept().orElseThrow();
    var notes = model.notes().notes();
    var version = model.saved().version();
    Tasks.Work<Optional<FileState>> work =
        () -> {
          if (!target.isFree()) {
            return Optional.empty();
          }
          CaseWriter.save(kept.call(), target.file(), true, clock);
          return Optional.of(FileState.of(target.file()));
        };
    writing.start(
        work,
        written -> {
          writes = false;
          if (written.isEmpty()) {
            askToReplace(target, then);
            return;
          }
          model.saved().saved(written.get(), notes, version);
          notices.tell(false, "case.saved", notices.visible(target.file().toString()));
          then.run();
          goOn();
        },
        e -> {
          writes = false;
          next = () -> {};
          notices.failed(e);
        });
  }

  private void goOn() {
    var wanted = next;
    next = () -> {};
    wanted.run();
  }

  private void askToReplace(Target target, Runnable then) {
    var name = notices.visible(String.valueOf(target.file().getFileName()));
    var texts = model.words().texts();
    ask(
        texts.text("replace.title"),
        texts.text(target.ours().isPresent() ? "replace.changed" : "replace.there", name),
        new Question.Choice("replace.other", () -> saveAs(then)),
        new Question.Choice(
            "replace.yes", () -> write(new Target(target.file(), Optional.empty(), true), then)));
  }

  /// Goes on, once nothing would be lost by closing the window.
  public void close(Runnable go) {
    leave(model.saved().changedProperty().get(), go);
  }

  private void leave(boolean asks, Runnable go) {
    if (!asks) {
      go.run();
      return;
    }
    var texts = model.words().texts();
    ask(
        texts.text("leave.title"),
        texts.text(model.saved().wrote() ? "leave.words" : "leave.answers"),
        new Question.Choice("leave.save", () -> save(go)),
        new Question.Choice(
            "leave.discard",
            () -> {
              model.saved().forget();
              go.run();
            }));
  }

  private void ask(String title, String text, Question.Choice... choices) {
    model.questionProperty().set(Optional.of(new Question(title, text, List.of(choices))));
  }

  /// The window is closed.
  public void close() {
    writing.cancel();
  }
}
