package org.whence.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whence.chain.Step;

/// All that the analyst wrote about a case. Immutable: every change makes another one, so that it
/// can be undone.
///
/// @param ofSteps notes, at most one a step, in the order in which they were begun
/// @param tags words by which the case is found, each once
/// @param conclusion what the analyst concludes, in their words; may be empty
public record Notes(List<Note> ofSteps, List<String> tags, String conclusion) {
  /// Nothing was written.
  public static final Notes NONE = new Notes(List.of(), List.of(), "");

  /// How many notes and tags there may be.
  public static final int MAX_COUNT = 10_000;

  public Notes {
    ofSteps = List.copyOf(ofSteps);
    tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
  }

  /// Whether nothing was written.
  public boolean isEmpty() {
    return equals(NONE);
  }

  /// The same with a note put in the place of one that is about the same; an empty one takes it
  /// away.
  public Notes with(Note note) {
    var changed = new ArrayList<>(ofSteps);
    var at = -1;
    for (var i = 0; i < changed.size(); i++) {
      at = changed.get(i).isBeside(note) ? i : at;
    }
    if (note.text().isBlank()) {
      if (at >= 0) {
        changed.remove(at);
      }
    } else if (at >= 0) {
      changed.set(at, note);
    } else if (changed.size() < MAX_COUNT) {
      changed.add(note);
    }
    return new Notes(changed, tags, conclusion);
  }

  /// The same with other tags.
  public Notes withTags(List<String> other) {
    return new Notes(ofSteps, other.stream().limit(MAX_COUNT).toList(), conclusion);
  }

  /// The same with another conclusion.
  public Notes withConclusion(String other) {
    return new Notes(ofSteps, tags, other);
  }

  /// The notes at the steps of a tree, by the path that the step has there. A note goes to where it
  /// was written if that step is still about the same, else to the one other step that is.
  public Map<String, Note> in(Step tree) {
    var placed = new LinkedHashMap<String, Note>();
    for (var note : ofSteps) {
      var there = tree.at(note.path()).filter(note::fits);
      if (there.isPresent()) {
        placed.put(note.path(), note);
      } else {
        var others = tree.all().filter(note::fits).limit(2).toList();
        if (others.size() == 1) {
          placed.putIfAbsent(others.getFirst().path(), note);
        }
      }
    }
    return placed;
  }

  /// The notes that have no place in a tree: what they are about is not in it, or several times.
  public List<Note> without(Step tree) {
    var placed = in(tree).values();
    return ofSteps.stream().filter(note -> !placed.contains(note)).toList();
  }
}
