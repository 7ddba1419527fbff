package org.whence.report;

import java.util.ArrayList;
import java.util.List;
import org.whence.casefile.Note;
import org.whence.casefile.Notes;
import org.whence.chain.Step;

/// What the analyst wrote, in words for people: each line visible, and defanged or redacted as
/// everything else is. It is their word, and stands apart from what was found.
///
/// @param title what all of it is called
/// @param all the conclusion, the tags, and each note, in this order; none where nothing is written
public record Remarks(String title, List<Remark> all) {
  static final Remarks NONE = new Remarks("", List.of());

  public Remarks {
    all = List.copyOf(all);
  }

  /// One of them.
  ///
  /// @param label what it is, or the step that it is about
  /// @param path where that step stands; empty where it is about none
  /// @param lines its words, at least one line
  public record Remark(String label, String path, List<String> lines) {
    public Remark {
      lines = List.copyOf(lines);
    }

    /// Where links to its step lead; empty where it has none.
    public String id() {
      return path.isEmpty() ? "" : PageTree.id(path);
    }
  }

  /// @param tree what was found, where notes have their places
  static Remarks of(Notes notes, Step tree, Wording wording) {
    var all = new ArrayList<Remark>();
    add(wording.text("notes.conclusion"), notes.conclusion(), wording, all);
    add(wording.text("notes.tags"), String.join(", ", notes.tags()), wording, all);
    var placed = notes.in(tree);
    placed.forEach((path, note) -> {
      var label = tree.at(path).map(wording::topic).orElse(path);
      all.add(new Remark(label, path, lines(note.text(), wording)));
    });
    for (var note : notes.without(tree)) {
      all.add(new Remark(lost(note, wording), "", lines(note.text(), wording)));
    }
    return all.isEmpty() ? NONE : new Remarks(wording.text("notes.title"), all);
  }

  private static void add(String label, String text, Wording wording, List<Remark> all) {
    if (!text.isBlank()) {
      all.add(new Remark(label, "", lines(text, wording)));
    }
  }

  private static String lost(Note note, Wording wording) {
    var about = wording.running(String.join(" ", note.about()));
    return wording.words("notes.lost", wording.running(note.topic()), about);
  }

  private static List<String> lines(String text, Wording wording) {
    return text.strip().lines().map(line -> wording.running(line.strip())).toList();
  }
}
