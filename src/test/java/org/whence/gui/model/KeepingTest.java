package org.whence.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whence.casefile.CaseFile;
import org.whence.casefile.Journal;
import org.whence.casefile.Provenance;
import org.whence.chain.Verdict;
import org.whence.investigation.InputReader;
import org.whence.investigation.Options;
import org.whence.report.Wording;

/// Work is kept as it goes, and taken away once nothing would be lost. A window that is never
/// closed stands for a program that was killed: its journals are what a crash leaves, but for the
/// lock, which is of a process.
final class KeepingTest {
  @TempDir Path folder;
  private final InTurn tasks = new InTurn();
  private final TestPlaces places = new TestPlaces();
  private final CaseModel model = new CaseModel(new NodeWords(Wording.load(), Texts.load()));

  private final List<Desk> desks = new ArrayList<>();

  @AfterEach
  void closeAll() {
    desks.forEach(Desk::close);
  }

  private Desk desk() {
    places.keepIn(folder);
    places.live();
    var desk = new Desk(model, places, tasks, () -> Zone.NOW);
    desks.add(desk);
    return desk;
  }

  private Desk investigated() {
    var desk = desk();
    desk.paste("192.0.2.10");
    desk.investigate();
    tasks.runAll();
    return desk;
  }

  private List<Path> journals() throws IOException {
    try (var found = Files.list(folder)) {
      return found.toList();
    }
  }

  private CaseFile only() throws IOException {
    assertThat(journals()).hasSize(1);
    return Journal.recover(journals().getFirst());
  }

  @Test
  void whatANetworkSaidAndTheAnalystWroteIsOnTheDisk() throws IOException {
    investigated();
    var asked = new String(only().recording(), StandardCharsets.UTF_8);
    assertThat(asked).contains("10.2.0.192.in-addr.arpa");

    model.notes().write(model.chain().tops().getFirst(), "ask");
    model.notes().conclude("phish");
    tasks.runAll();

    assertThat(only().notes().conclusion()).isEqualTo("phish");
    assertThat(only().notes().ofSteps()).hasSize(1);
    assertThat(only().provenance().stopped()).isFalse();
  }

  @Test
  void runThatIsCutShortLeavesWhatItHeard() throws IOException {
    var desk = desk();
    desk.paste("192.0.2.10");
    tasks.runAll();
    places.answer(question -> {
      if (question.typeName().equals("A")) {
        // The program is killed here: what was heard before is there.
        throw new IllegalStateException("killed");
      }
      return Zone.small().resolve(question);
    });
    desk.investigate();
    try {
      tasks.runAll();
    } catch (IllegalStateException killed) {
      assertThat(killed).hasMessage("killed");
    }
    var left = only();
    assertThat(new String(left.recording(), StandardCharsets.UTF_8)).contains("PTR");
    assertThat(left.provenance().stopped()).isTrue();
    assertThat(left.input().text()).isEqualTo("192.0.2.10");
  }

  @Test
  void wordsBeforeAnyRunAreKeptToo() throws IOException {
    var desk = desk();
    desk.paste("192.0.2.10");
    tasks.runAll();
    assertThat(journals()).isEmpty();
    model.notes().conclude("to be asked tomorrow");
    tasks.runAll();
    assertThat(only().notes().conclusion()).isEqualTo("to be asked tomorrow");
  }

  @Test
  void nothingIsLeftOnceItIsSavedOrForgottenOrClosed() throws IOException {
    var desk = investigated();
    assertThat(journals()).hasSize(1);
    model.saved().forget();
    assertThat(journals()).isEmpty();

    model.notes().conclude("more");
    tasks.runAll();
    assertThat(journals()).hasSize(1);
    desk.close();
    assertThat(journals()).isEmpty();
  }

  @Test
  void runThatIsOnlyStoppedAfterTheWindowClosedKeepsNothing() throws IOException {
    var keeping = new Keeping(model, Optional.of(folder), tasks);
    keeping.close();
    var begun =
        CaseFile.begun(
            InputReader.pasted("192.0.2.10"),
            Options.defaults(),
            Provenance.begun(Optional.empty(), Zone.NOW));
    keeping.begin(begun).write(1);
    assertThat(journals()).isEmpty();
  }

  @Test
  void nothingIsKeptOfAPrivateSession() throws IOException {
    investigated();
    assertThat(journals()).hasSize(1);
    model.privateProperty().set(true);
    assertThat(journals()).isEmpty();

    model.notes().conclude("for nobody");
    tasks.runAll();
    desks.getFirst().investigate();
    tasks.runAll();
    assertThat(journals()).isEmpty();
  }

  @Test
  void sessionThatTurnsPrivateDuringARunGoesOnWithoutAWord() throws IOException {
    var desk = desk();
    desk.paste("192.0.2.10");
    tasks.runAll();
    places.answer(question -> {
      if (question.typeName().equals("PTR")) {
        model.privateProperty().set(true);
      }
      return Zone.small().resolve(question);
    });
    desk.investigate();
    tasks.runAll();

    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(model.noticeProperty().get()).isEqualTo(Notice.NONE);
    assertThat(journals()).isEmpty();

    // What is not private any more is kept whole, with what was heard meanwhile.
    model.privateProperty().set(false);
    tasks.runAll();
    assertThat(new String(only().recording(), StandardCharsets.UTF_8)).contains("PTR");
  }

  @Test
  void whatIsAskedAfterTheCaseWasSavedIsKeptWithItsAnswer() throws IOException {
    var desk = investigated();
    model.saved().forget();
    for (var times = 0; times < 2; times++) {
      desk.askAgain(model.chain().tops().getFirst());
      tasks.runAll();
    }

    var left = only();
    var lines = new String(left.recording(), StandardCharsets.UTF_8).lines();
    assertThat(lines.filter(line -> line.contains("\"PTR\""))).hasSize(3);
  }

  @Test
  void anotherInputTakesTheJournalOfTheOneBeforeAway() throws IOException {
    var desk = investigated();
    desk.paste("192.0.2.11");
    tasks.runAll();
    assertThat(journals()).isEmpty();
    desk.investigate();
    tasks.runAll();
    assertThat(only().input().text()).isEqualTo("192.0.2.11");
  }

  @Test
  void whatIsRecoveredIsJudgedByWhatWasHeardAndIsNotSavedYet() throws IOException {
    var left = left("phish");

    var desk = desk();
    desk.recover(left);
    tasks.runAll();

    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(model.chain().tops().getFirst().state().outcome().orElseThrow().verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(model.notes().notes().conclusion()).isEqualTo("phish");
    assertThat(model.saved().changedProperty().get()).isTrue();
    assertThat(model.saved().fileProperty().get()).isEmpty();
    // It goes on in a journal of its own, and the one that was left is gone.
    assertThat(left).doesNotExist();
    assertThat(only().notes().conclusion()).isEqualTo("phish");
    desk.close();
    assertThat(journals()).isEmpty();
  }

  @Test
  void whatIsRecoveredGoesWithTheWindowEvenBeforeItIsKeptAgain() throws IOException {
    var left = left("phish");
    var desk = desk();
    desk.recover(left);
    while (model.phaseProperty().get() != Phase.DONE) {
      tasks.runNext();
    }

    desk.close();

    assertThat(journals()).isEmpty();
  }

  /// A journal without the process that wrote it.
  private Path left(String conclusion) throws IOException {
    places.keepIn(folder);
    places.live();
    var other = new CaseModel(new NodeWords(Wording.load(), Texts.load()));
    var desk = new Desk(other, places, tasks, () -> Zone.NOW);
    desk.paste("192.0.2.10");
    desk.investigate();
    tasks.runAll();
    other.notes().conclude(conclusion);
    tasks.runAll();
    var here = journals().getFirst();
    var elsewhere = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-left"));
    try (var files = Files.list(here)) {
      for (var file : files.toList()) {
        Files.copy(file, elsewhere.resolve(Objects.requireNonNull(file.getFileName())));
      }
    }
    desk.close();
    var left = folder.resolve("left");
    Files.move(elsewhere, left);
    return left;
  }

  @Test
  void nextStartOffersWhatWasLeftAndThrowsItAwayOnlyWhenTold() throws IOException {
    var left = left("phish");
    var desk = desk();
    var recovery = new Recovery(model, desk, places, tasks);

    recovery.look();
    tasks.runAll();
    var question = model.questionProperty().get().orElseThrow();
    assertThat(question.text()).contains("case.whence", "2026-11-23");
    assertThat(left).exists();

    question.choices().getLast().act().run();
    tasks.runAll();
    assertThat(left).doesNotExist();

    model.questionProperty().set(java.util.Optional.empty());
    recovery.look();
    tasks.runAll();
    assertThat(model.questionProperty().get()).isEmpty();
  }

  @Test
  void workThatCannotBeReadIsSetAsideWhenToldAndNotAskedAboutAgain() throws IOException {
    var left = left("phish");
    var original = left.resolve("original");
    Files.delete(original);
    Files.createDirectory(original);
    var desk = desk();
    var recovery = new Recovery(model, desk, places, tasks);

    recovery.look();
    tasks.runAll();
    var question = model.questionProperty().get().orElseThrow();
    assertThat(question.text()).contains("cannot be read", "the original is lost");
    assertThat(left).exists();

    question.choices().getFirst().act().run();
    tasks.runAll();
    assertThat(left).doesNotExist();
    assertThat(folder.resolve("aside/left/notes.json")).exists();
    assertThat(model.noticeProperty().get().text()).contains("aside");

    model.questionProperty().set(java.util.Optional.empty());
    recovery.look();
    tasks.runAll();
    assertThat(model.questionProperty().get()).isEmpty();
  }

  @Test
  void placeThatCannotBeWrittenIsToldOnceAndTheRunGoesOn() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "x");
    places.keepIn(file);
    places.live();
    var desk = new Desk(model, places, tasks, () -> Zone.NOW);
    desk.paste("192.0.2.10");
    desk.investigate();
    tasks.runAll();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(model.noticeProperty().get().text()).contains("not kept", "save the case");
  }
}
