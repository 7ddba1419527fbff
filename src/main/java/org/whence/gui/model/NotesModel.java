package org.whence.gui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.whence.casefile.Note;
import org.whence.casefile.Notes;
import org.whence.chain.Step;

/// What the analyst writes of the case: notes at steps, a conclusion, tags; and what they had
/// written before, to be undone. Typing in one place is one change, until something else is done.
public final class NotesModel {
  /// How many changes can be undone.
  private static final int MOST = 1000;

  private static final String CONCLUSION = "conclusion";
  private static final String TAGS = "tags";

  private final ReadOnlyObjectWrapper<Notes> notes =
      new ReadOnlyObjectWrapper<>(this, "notes", Notes.NONE);
  private final ReadOnlyObjectWrapper<Set<String>> marked =
      new ReadOnlyObjectWrapper<>(this, "marked", Set.of());
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
  private final Deque<Notes> done = new ArrayDeque<>();
  private final Deque<Notes> undone = new ArrayDeque<>();
  private Optional<Step> tree = Optional.empty();
  private Map<String, Note> placed = Map.of();
  private String place = "";

  /// All that is written.
  public ReadOnlyObjectProperty<Notes> notesProperty() {
    return notes.getReadOnlyProperty();
  }

  /// All that is written.
  public Notes notes() {
    return notes.get();
  }

  /// The paths of the steps that have a note.
  public ReadOnlyObjectProperty<Set<String>> markedProperty() {
    return marked.getReadOnlyProperty();
  }

  /// Whether there is something to undo.
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /// Whether there is something to do again.
  public ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /// The note at a node.
  public Optional<Note> at(ChainNode node) {
    return Optional.ofNullable(placed.get(node.path()))
        .filter(note -> note.fits(node.topic(), node.values()));
  }

  /// The path of the step that a note stands at in the tree as it is; none where it has no place.
  public Optional<String> path(Note note) {
    return placed.entrySet().stream()
        .filter(entry -> entry.getValue().equals(note))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// Writes at a node; blank text takes its note away.
  public void write(ChainNode node, String text) {
    var note =
        at(node)
            .map(there -> there.withText(text))
            .orElseGet(() -> Note.on(node.path(), node.topic(), node.values(), text));
    change("note " + node.path(), notes().with(note));
  }

  /// Takes a note away, wherever it stands.
  public void remove(Note note) {
    change("", notes().with(note.withText("")));
  }

  /// Writes the conclusion.
  public void conclude(String text) {
    change(CONCLUSION, notes().withConclusion(text));
  }

  /// Puts other tags in the place of those that are there.
  public void tag(List<String> tags) {
    change(TAGS, notes().withTags(tags));
  }

  /// What is written next is a change of its own, wherever it is.
  public void settle() {
    place = "";
  }

  private void change(String where, Notes now) {
    if (now.equals(notes())) {
      return;
    }
    if (where.isEmpty() || !where.equals(place)) {
      push(done, notes());
    }
    place = where;
    undone.clear();
    show(now);
  }

  private static void push(Deque<Notes> stack, Notes then) {
    stack.push(then);
    if (stack.size() > MOST) {
      stack.removeLast();
    }
  }

  /// Takes the last change back.
  public void undo() {
    step(done, undone);
  }

  /// Does again what was taken back last.
  public void redo() {
    step(undone, done);
  }

  private void step(Deque<Notes> from, Deque<Notes> to) {
    if (!from.isEmpty()) {
      push(to, notes());
      settle();
      show(from.pop());
    }
  }

  /// Begins with what was written before, which is not undone.
  void begin(Notes written) {
    done.clear();
    undone.clear();
    settle();
    show(written);
  }

  /// The notes find their places in another tree.
  void tree(Optional<Step> found) {
    tree = found;
    place(notes());
  }

  private void show(Notes now) {
    // Whoever hears of the notes asks for their places.
    place(now);
    notes.set(now);
    undoable.set(!done.isEmpty());
    redoable.set(!undone.isEmpty());
  }

  /// While the tree still grows, a note stands where it was written.
  private void place(Notes written) {
    placed = tree.map(written::in).orElseGet(() -> byPath(written));
    marked.set(Set.copyOf(placed.keySet()));
  }

  private static Map<String, Note> byPath(Notes written) {
    var placed = new HashMap<String, Note>();
    written.ofSteps().forEach(note -> placed.putIfAbsent(note.path(), note));
    return placed;
  }
}
