package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whence.casefile.Note;
import org.whence.casefile.Notes;
import org.whence.report.Wording;

final class NotesModelTest {
  private final InTurn tasks = new InTurn();
  private final CaseModel model = new CaseModel(new NodeWords(Wording.load(), Texts.load()));
  private final Desk desk = new Desk(model, new TestPlaces(), tasks, () -> Zone.NOW);
  private final NotesModel notes = model.notes();

  private ChainNode top(int index) {
    desk.paste("192.0.2.10 192.0.2.11");
    desk.investigate();
    tasks.runAll();
    return model.chain().tops().get(index);
  }

  @Test
  void typingAtOneStepIsOneChange() {
    var node = top(0);
    notes.write(node, "a");
    notes.write(node, "as");
    notes.write(node, "ask");
    assertThat(notes.at(node)).map(Note::text).contains("ask");
    assertThat(notes.markedProperty().get()).containsExactly(node.path());
    notes.undo();
    assertThat(notes.at(node)).isEmpty();
    assertThat(notes.undoableProperty().get()).isFalse();
    notes.redo();
    assertThat(notes.at(node)).map(Note::text).contains("ask");
  }

  @Test
  void everyPlaceIsAChangeOfItsOwn() {
    var node = top(0);
    notes.write(node, "ask");
    notes.conclude("phish");
    notes.tag(List.of("bank"));
    notes.settle();
    notes.tag(List.of("bank", "kit"));
    notes.undo();
    assertThat(notes.notes().tags()).containsExactly("bank");
    notes.undo();
    notes.undo();
    assertThat(notes.notes().conclusion()).isEmpty();
    assertThat(notes.at(node)).isPresent();
    notes.redo();
    assertThat(notes.notes().conclusion()).isEqualTo("phish");
  }

  @Test
  void whatIsWrittenAfterUndoingEndsWhatCouldBeDoneAgain() {
    notes.conclude("one");
    notes.undo();
    assertThat(notes.redoableProperty().get()).isTrue();
    notes.conclude("other");
    assertThat(notes.redoableProperty().get()).isFalse();
    notes.redo();
    assertThat(notes.notes().conclusion()).isEqualTo("other");
  }

  @Test
  void noteStaysAtItsStepWhereverThatIsInTheNextRun() {
    var second = top(1);
    notes.write(second, "the other one");
    desk.typed("192.0.2.12 192.0.2.10 192.0.2.11");
    desk.investigate();
    tasks.runAll();
    var third = model.chain().tops().get(2);
    assertThat(notes.at(third)).map(Note::text).contains("the other one");
    assertThat(notes.at(model.chain().tops().get(1))).isEmpty();
    notes.write(third, "still");
    assertThat(notes.notes().ofSteps()).extracting(Note::text).containsExactly("still");
  }

  @Test
  void noteWhoseStepIsGoneIsKeptAndCanBeTakenAway() {
    notes.write(top(1), "gone");
    desk.typed("192.0.2.12");
    desk.investigate();
    tasks.runAll();
    var note = notes.notes().ofSteps().getFirst();
    assertThat(notes.path(note)).isEmpty();
    assertThat(notes.markedProperty().get()).isEmpty();
    notes.remove(note);
    assertThat(notes.notes()).isEqualTo(Notes.NONE);
    notes.undo();
    assertThat(notes.notes().ofSteps()).containsExactly(note);
  }

  @Test
  void blankNoteIsNone() {
    var node = top(0);
    notes.write(node, " \n ");
    assertThat(notes.notes().isEmpty()).isTrue();
    notes.write(node, "x");
    notes.write(node, "");
    assertThat(notes.at(node)).isEmpty();
  }

  @Test
  void anotherInputBeginsWithoutNotes() {
    notes.write(top(0), "x");
    desk.paste("192.0.2.12");
    tasks.runAll();
    assertThat(notes.notes().isEmpty()).isTrue();
    assertThat(notes.undoableProperty().get()).isFalse();
  }
}
