package org.whence.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whence.chain.Step;
import org.whence.chain.Topic;
import org.whence.chain.Value;

/// Notes stay with what they are about.
final class NotesTest {
  private record About(String key) implements Topic {}

  private static Step step(String path, String about, Step... below) {
    return new Step(
        path,
        new About("test.about"),
        List.of(Value.domain(about)),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        List.of(below));
  }

  private final Step one = step("0.0", "one.example");
  private final Step other = step("0.1", "other.example");
  private final Step tree = step("0", "case", one, other);

  @Test
  void secondNoteOfAStepTakesThePlaceOfTheFirst() {
    var notes = Notes.NONE.with(Note.on(one, "first")).with(Note.on(other, "beside"));

    var changed = notes.with(Note.on(one, "second"));

    assertThat(changed.ofSteps()).extracting(Note::text).containsExactly("second", "beside");
    assertThat(notes.ofSteps()).extracting(Note::text).containsExactly("first", "beside");
  }

  @Test
  void emptyNoteIsNone() {
    assertThat(Notes.NONE.with(Note.on(one, "first")).with(Note.on(one, " \n")))
        .isEqualTo(Notes.NONE);
    assertThat(Notes.NONE.with(Note.on(one, "")).isEmpty()).isTrue();
  }

  @Test
  void noteFollowsWhatItIsAboutToAnotherPlace() {
    var notes = Notes.NONE.with(Note.on(other, "here"));
    var grown = step("0", "case", one, step("0.1", "new.example"), step("0.2", "other.example"));

    assertThat(notes.in(tree)).containsOnlyKeys("0.1");
    assertThat(notes.in(grown)).containsOnlyKeys("0.2");
    assertThat(notes.without(grown)).isEmpty();
  }

  @Test
  void noteIsPutNowhereWhereItsPlaceIsNotSure() {
    var notes = Notes.NONE.with(Note.on(other, "where?"));
    var gone = step("0", "case", one);
    var twice = step("0", "case", step("0.0", "other.example"), one, step("0.2", "other.example"));

    assertThat(notes.in(gone)).isEmpty();
    assertThat(notes.in(twice)).isEmpty();
    assertThat(notes.without(gone)).extracting(Note::text).containsExactly("where?");
    assertThat(notes.without(twice)).hasSize(1);
  }
}
