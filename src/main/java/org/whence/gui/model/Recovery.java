package org.whence.gui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whence.casefile.CaseFile;
import org.whence.casefile.CaseName;
import org.whence.casefile.Journal;

/// Offers what was worked on when the program or the machine ended without being asked to. What is
/// neither opened nor thrown away is offered at the next start again.
public final class Recovery {
  private final CaseModel model;
  private final Desk desk;
  private final Optional<Path> root;
  private final Notices notices;
  private final Tasks.Lane lane;

  /// @param places tells where work is kept
  public Recovery(CaseModel model, Desk desk, Places places, Tasks tasks) {
    this.model = model;
    this.desk = desk;
    this.root = places.journals();
    this.notices = new Notices(model);
    this.lane = tasks.lane();
  }

  /// What was left.
  ///
  /// @param before what was left before it, the newest first
  private record Left(Path folder, CaseFile kept, List<Path> before) implements Found {}

  /// What a search came to.
  private sealed interface Found {}

  /// Nothing was left.
  private record Nothing() implements Found {}

  /// What was left cannot be read.
  ///
  /// @param why of the newest
  private record Unreadable(List<Path> folders, IOException why) implements Found {}

  /// Looks whether something was left, and asks what becomes of it.
  public void look() {
    root.ifPresent(folder -> search(() -> Journal.left(folder)));
  }

  private void search(Tasks.Work<List<Path>> folders) {
    lane.start(() -> newest(folders.call()), this::ask, notices::failed);
  }

  /// The first that can be read. Those that cannot be are asked about once no other is left.
  private static Found newest(List<Path> folders) {
    var troubles = new ArrayList<IOException>();
    for (var i = 0; i < folders.size(); i++) {
      try {
        var kept = Journal.recover(folders.get(i));
        return new Left(folders.get(i), kept, folders.subList(i + 1, folders.size()));
      } catch (IOException e) {
        troubles.add(e);
      }
    }
    return troubles.isEmpty() ? new Nothing() : new Unreadable(folders, troubles.getFirst());
  }

  private void ask(Found found) {
    switch (found) {
      case Left left -> ask(left);
      case Unreadable unreadable -> ask(unreadable);
      case Nothing _ -> {}
    }
  }

  private void ask(Unreadable unreadable) {
    var texts = model.words().texts();
    var why = notices.visible(String.valueOf(unreadable.why().getMessage()));
    var text = texts.text("left.unreadable.text", why, unreadable.folders().size());
    var choice = new Question.Choice("left.aside", () -> setAside(unreadable.folders()));
    model
        .questionProperty()
        .set(Optional.of(new Question(texts.text("left.unreadable.title"), text, List.of(choice))));
  }

  private void setAside(List<Path> folders) {
    lane.start(
        () -> {
          var aside = Optional.<Path>empty();
          for (var folder : folders) {
            aside = Optional.ofNullable(Journal.setAside(folder).getParent());
          }
          return aside;
        },
        aside ->
            aside.ifPresent(
                where -> notices.tell(false, "left.aside.done", notices.visible(where.toString()))),
        notices::failed);
  }

  private void ask(Left left) {
    var texts = model.words().texts();
    var begun = left.kept().provenance().started().truncatedTo(ChronoUnit.SECONDS);
    var text =
        texts.text(
            "left.text", CaseName.of(left.kept().input()), begun.toString(), left.before().size());
    var choices =
        List.of(
            new Question.Choice("left.open", () -> desk.recover(left.folder())),
            new Question.Choice("left.discard", () -> forget(left)));
    model
        .questionProperty()
        .set(Optional.of(new Question(texts.text("left.title"), text, choices)));
  }

  /// Asks about the next one, of those that were there at the start: what this program works on
  /// itself by now was not left.
  private void forget(Left left) {
    search(() -> {
      Journal.forget(left.folder());
      return left.before();
    });
  }

  /// The window is closed.
  public void close() {
    lane.cancel();
  }
}
